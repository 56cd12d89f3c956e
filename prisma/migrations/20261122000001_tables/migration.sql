-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "council_role" AS ENUM ('member', 'moderator');

-- CreateEnum
CREATE TYPE "membership_state" AS ENUM ('active', 'alumnus', 'left', 'removed');

-- CreateEnum
CREATE TYPE "reads_state" AS ENUM ('unasked', 'open', 'revealed');

-- CreateEnum
CREATE TYPE "debrief_outcome" AS ENUM ('advanced', 'rejected', 'offer', 'withdrew', 'none');

-- CreateEnum
CREATE TYPE "mission_state" AS ENUM ('private', 'inReview', 'shownToManager', 'corrected');

-- CreateEnum
CREATE TYPE "term_state" AS ENUM ('proposed', 'agreed', 'confirmed', 'dropped', 'waived');

-- CreateEnum
CREATE TYPE "outcome_kind" AS ENUM ('accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('commented', 'mentioned', 'shared', 'readsAsked', 'revealed', 'joined', 'left', 'roundOpened', 'roundRevealed');

-- CreateEnum
CREATE TYPE "offer_stage" AS ENUM ('verbal', 'written', 'revised', 'final');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('lead', 'applied', 'screen', 'interview', 'final', 'offer', 'negotiating', 'accepted', 'declined', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "round_state" AS ENUM ('draft', 'open', 'revealed', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "item_kind" AS ENUM ('opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round');

-- CreateTable
CREATE TABLE "council" (
    "id" UUID NOT NULL,
    "founder_id" UUID NOT NULL,
    "charter_version" INTEGER NOT NULL DEFAULT 1,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charter" (
    "council_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "charter_pkey" PRIMARY KEY ("council_id","version")
);

-- CreateTable
CREATE TABLE "membership" (
    "council_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "council_role" NOT NULL DEFAULT 'member',
    "state" "membership_state" NOT NULL DEFAULT 'active',
    "accepted_charter" INTEGER NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "farewell" BYTEA,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("council_id","account_id")
);

-- CreateTable
CREATE TABLE "checklist" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debrief" (
    "id" UUID NOT NULL,
    "reads_state" "reads_state" NOT NULL DEFAULT 'unasked',
    "outcome" "debrief_outcome",
    "outcome_on" DATE,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "revealed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "debrief_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "read" (
    "debrief_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "read_pkey" PRIMARY KEY ("debrief_id","author_id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email_hash" TEXT NOT NULL,
    "operator" BOOLEAN NOT NULL DEFAULT false,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password" (
    "account_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "device" BYTEA NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reset_token" (
    "hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "sealing_key" (
    "owner_id" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealing_key_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "answer" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "canary" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "canary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mission" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "state" "mission_state" NOT NULL DEFAULT 'private',
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "negotiation" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "negotiation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "walk_away" (
    "negotiation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "walk_away_pkey" PRIMARY KEY ("negotiation_id")
);

-- CreateTable
CREATE TABLE "ask" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "move" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" "term_state" NOT NULL DEFAULT 'proposed',
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "negotiation_id" UUID NOT NULL,
    "kind" "outcome_kind" NOT NULL,
    "on" DATE NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("negotiation_id")
);

-- CreateTable
CREATE TABLE "tick" (
    "negotiation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tick_pkey" PRIMARY KEY ("negotiation_id","key")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "council_id" UUID,
    "item_id" UUID,
    "thread_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_version" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "stage" "offer_stage" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunity" (
    "id" UUID NOT NULL,
    "stage" "stage" NOT NULL DEFAULT 'lead',
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_change" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "round_state" NOT NULL DEFAULT 'draft',
    "quorum" INTEGER NOT NULL DEFAULT 3,
    "named" BOOLEAN NOT NULL DEFAULT true,
    "deadline_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "revealed_at" TIMESTAMPTZ(3),
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_counter" (
    "round_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sealed_counter_pkey" PRIMARY KEY ("round_id","author_id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" UUID NOT NULL,
    "kind" "item_kind" NOT NULL,
    "owner_id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "reader_id" UUID,
    "levels" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "view_log" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "view_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "block_id" TEXT NOT NULL,
    "starter_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "membership_account_id_state_idx" ON "membership"("account_id", "state");

-- CreateIndex
CREATE INDEX "checklist_council_id_idx" ON "checklist"("council_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_hash_key" ON "account"("email_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "reset_token_account_id_idx" ON "reset_token"("account_id");

-- CreateIndex
CREATE INDEX "receipt_created_at_idx" ON "receipt"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_council_id_idx" ON "invitation"("council_id");

-- CreateIndex
CREATE INDEX "invitation_address_hash_idx" ON "invitation"("address_hash");

-- CreateIndex
CREATE UNIQUE INDEX "mission_opportunity_id_key" ON "mission"("opportunity_id");

-- CreateIndex
CREATE UNIQUE INDEX "negotiation_offer_id_key" ON "negotiation"("offer_id");

-- CreateIndex
CREATE INDEX "ask_negotiation_id_rank_idx" ON "ask"("negotiation_id", "rank");

-- CreateIndex
CREATE INDEX "objection_negotiation_id_rank_idx" ON "objection"("negotiation_id", "rank");

-- CreateIndex
CREATE INDEX "move_negotiation_id_at_idx" ON "move"("negotiation_id", "at");

-- CreateIndex
CREATE INDEX "evidence_negotiation_id_idx" ON "evidence"("negotiation_id");

-- CreateIndex
CREATE INDEX "term_negotiation_id_rank_idx" ON "term"("negotiation_id", "rank");

-- CreateIndex
CREATE INDEX "notification_recipient_id_at_idx" ON "notification"("recipient_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "offer_version_offer_id_number_key" ON "offer_version"("offer_id", "number");

-- CreateIndex
CREATE INDEX "stage_change_opportunity_id_on_idx" ON "stage_change"("opportunity_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "round_negotiation_id_number_key" ON "round"("negotiation_id", "number");

-- CreateIndex
CREATE INDEX "item_owner_id_idx" ON "item"("owner_id");

-- CreateIndex
CREATE INDEX "item_opportunity_id_idx" ON "item"("opportunity_id");

-- CreateIndex
CREATE INDEX "share_item_id_idx" ON "share"("item_id");

-- CreateIndex
CREATE INDEX "share_council_id_reader_id_idx" ON "share"("council_id", "reader_id");

-- CreateIndex
CREATE INDEX "view_log_item_id_at_idx" ON "view_log"("item_id", "at");

-- CreateIndex
CREATE INDEX "thread_item_id_idx" ON "thread"("item_id");

-- CreateIndex
CREATE INDEX "comment_thread_id_created_at_idx" ON "comment"("thread_id", "created_at");

-- AddForeignKey
ALTER TABLE "charter" ADD CONSTRAINT "charter_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist" ADD CONSTRAINT "checklist_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debrief" ADD CONSTRAINT "debrief_id_fkey" FOREIGN KEY ("id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read" ADD CONSTRAINT "read_debrief_id_fkey" FOREIGN KEY ("debrief_id") REFERENCES "debrief"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password" ADD CONSTRAINT "password_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reset_token" ADD CONSTRAINT "reset_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mission" ADD CONSTRAINT "mission_id_fkey" FOREIGN KEY ("id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation" ADD CONSTRAINT "negotiation_id_fkey" FOREIGN KEY ("id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ask" ADD CONSTRAINT "ask_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "move" ADD CONSTRAINT "move_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tick" ADD CONSTRAINT "tick_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_id_fkey" FOREIGN KEY ("id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_version" ADD CONSTRAINT "offer_version_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_id_fkey" FOREIGN KEY ("id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_change" ADD CONSTRAINT "stage_change_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_id_fkey" FOREIGN KEY ("id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_counter" ADD CONSTRAINT "sealed_counter_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "view_log" ADD CONSTRAINT "view_log_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
