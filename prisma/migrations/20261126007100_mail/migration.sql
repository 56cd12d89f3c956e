-- Mail: the notices themselves are the outbox, written by the act that tells them. A role of its own makes letters of them.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_post') THEN CREATE ROLE parley_post NOLOGIN; END IF;
END $$;
GRANT parley_post TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO parley_post;

CREATE TYPE "mail_choice" AS ENUM ('atOnce', 'daily', 'weekly', 'never');
CREATE TYPE "letter_state" AS ENUM ('waiting', 'sent', 'void', 'dead');

CREATE TABLE "mail_setting" (
    "account_id" UUID NOT NULL,
    "standard" "mail_choice" NOT NULL DEFAULT 'atOnce',
    "hour" INTEGER NOT NULL DEFAULT 8,
    "weekday" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mail_setting_pkey" PRIMARY KEY ("account_id")
);
CREATE TABLE "council_mail" (
    "account_id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "choice" "mail_choice" NOT NULL,

    CONSTRAINT "council_mail_pkey" PRIMARY KEY ("account_id","council_id")
);
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kinds" TEXT[],
    "state" "letter_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),
    "claimed_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "fault" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "letter_state_next_at_idx" ON "letter"("state", "next_at");
ALTER TABLE "mail_setting" ADD CONSTRAINT "mail_setting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "council_mail" ADD CONSTRAINT "council_mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "letter" ADD CONSTRAINT "letter_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "notification" ADD COLUMN "letter_id" UUID, ADD COLUMN "mail_at" TIMESTAMPTZ(3);
CREATE INDEX "notification_letter_id_idx" ON "notification"("letter_id");
-- What still may go by mail: few rows, however many notices there are.
CREATE INDEX notification_outbox ON notification (at) WHERE letter_id IS NULL AND seen_at IS NULL;

-- What was told before there was mail is not told again by mail.
UPDATE notification SET mail_at = '9999-12-31Z' WHERE letter_id IS NULL;

ALTER TABLE "clock_hand" ADD COLUMN "mails" BOOLEAN NOT NULL DEFAULT false;
GRANT SELECT (id, mails) ON clock_hand TO parley_user;
GRANT SELECT (id, mails), UPDATE (mails) ON clock_hand TO parley_post;
CREATE POLICY everybody_knows ON clock_hand FOR SELECT TO parley_user USING (true);
CREATE POLICY post_looks ON clock_hand FOR SELECT TO parley_post USING (true);
CREATE POLICY post_opens ON clock_hand FOR UPDATE TO parley_post USING (true) WITH CHECK (true);

ALTER TABLE "mail_setting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mail_setting" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "mail_setting" TO parley_user;
GRANT UPDATE (standard, hour, weekday) ON "mail_setting" TO parley_user;
CREATE POLICY owner_alone ON "mail_setting" FOR ALL TO parley_user
  USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
GRANT SELECT (account_id), INSERT (account_id, standard), UPDATE (standard) ON "mail_setting" TO parley_post;
CREATE POLICY post_looks ON "mail_setting" FOR SELECT TO parley_post USING (true);
CREATE POLICY post_stops ON "mail_setting" FOR INSERT TO parley_post WITH CHECK (standard = 'never');
CREATE POLICY post_stops_again ON "mail_setting" FOR UPDATE TO parley_post USING (true) WITH CHECK (standard = 'never');

ALTER TABLE "council_mail" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "council_mail" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "council_mail" TO parley_user;
CREATE POLICY owner_alone ON "council_mail" FOR ALL TO parley_user
  USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
GRANT SELECT (account_id), DELETE ON "council_mail" TO parley_post;
CREATE POLICY post_looks ON "council_mail" FOR SELECT TO parley_post USING (true);
CREATE POLICY post_stops ON "council_mail" FOR DELETE TO parley_post USING (true);

ALTER TABLE "letter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "letter" TO parley_post;
GRANT UPDATE (state, attempts, next_at, claimed_until, ended_at, fault, made_at) ON "letter" TO parley_post;
CREATE POLICY post_works ON "letter" FOR ALL TO parley_post USING (true) WITH CHECK (true);

-- The post knows whose notices wait since when, and nothing of what they are about.
GRANT SELECT (id, recipient_id, at, seen_at, letter_id, mail_at), UPDATE (letter_id, mail_at) ON notification TO parley_post;
CREATE POLICY post_looks ON notification FOR SELECT TO parley_post USING (true);
CREATE POLICY post_marks ON notification FOR UPDATE TO parley_post USING (true) WITH CHECK (true);
-- Another choice: what waits is judged anew.
GRANT UPDATE (mail_at) ON notification TO parley_user;
