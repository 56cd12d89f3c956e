-- Attempts are counted here, for all servers together: under a keyed hash of who tries what, until when it counts.
-- Outside the walls: nothing of a member's, and no role that serves a person may look.
CREATE TABLE "attempt" (
  "key" TEXT NOT NULL,
  "spent" INTEGER NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "attempt_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "attempt_ends_at_idx" ON "attempt"("ends_at");
