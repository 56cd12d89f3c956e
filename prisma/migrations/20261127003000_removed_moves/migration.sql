-- A move that is taken out of the ledger leaves a line: when it was made, and when it was taken out. What it said is overwritten.
ALTER TABLE "move" ADD COLUMN "removed_at" TIMESTAMPTZ(3);
GRANT UPDATE (removed_at) ON move TO parley_user;
REVOKE DELETE ON move FROM parley_user;
DROP POLICY owner_ends ON move;
