-- When a browser is told is chosen apart from when a mail comes: for all councils, and for each that differs.
ALTER TABLE "mail_setting" ADD COLUMN "pushes" "mail_choice" NOT NULL DEFAULT 'atOnce';
ALTER TABLE "council_mail" ADD COLUMN "pushes" "mail_choice", ALTER COLUMN "choice" DROP NOT NULL;
-- Until now a browser followed the mail. It still does, but who wanted no mail and turned a browser on wants the browser.
UPDATE mail_setting SET pushes = standard WHERE standard <> 'never';
UPDATE council_mail SET pushes = choice WHERE choice <> 'never';
GRANT UPDATE (pushes) ON mail_setting TO parley_user;

-- Ending all mail leaves what was chosen for browsers.
REVOKE DELETE ON council_mail FROM parley_post;
DROP POLICY post_stops ON council_mail;
GRANT UPDATE (choice) ON council_mail TO parley_post;
CREATE POLICY post_stops ON council_mail FOR UPDATE TO parley_post USING (true) WITH CHECK (choice IS NULL);

-- A notice goes each way once, each at its own time. What went by mail until now went to the browsers with it.
ALTER TABLE notification ADD COLUMN push_bundle_id UUID, ADD COLUMN push_at TIMESTAMPTZ(3);
UPDATE notification SET push_at = '9999-12-31Z' WHERE letter_id IS NULL AND mail_at = '9999-12-31Z';
UPDATE notification SET push_bundle_id = letter_id;
CREATE INDEX notification_push_bundle_id_idx ON notification (push_bundle_id);
DROP INDEX notification_outbox;
-- What still may go, by mail or to browsers: the few of the last days.
CREATE INDEX notification_mail_outbox ON notification (at) WHERE letter_id IS NULL;
CREATE INDEX notification_push_outbox ON notification (at) WHERE push_bundle_id IS NULL;
GRANT SELECT (push_bundle_id, push_at), UPDATE (push_bundle_id, push_at) ON notification TO parley_post;
GRANT UPDATE (push_at) ON notification TO parley_user;
