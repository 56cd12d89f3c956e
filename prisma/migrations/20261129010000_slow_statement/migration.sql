-- What the database was slow at, for who keeps the house: names of our own statements and milliseconds, never what was asked by them.
CREATE TABLE "slow_statement" (
  "day" DATE NOT NULL,
  "name" TEXT NOT NULL,
  "times" INTEGER NOT NULL,
  "total" BIGINT NOT NULL,
  "worst" INTEGER NOT NULL,
  CONSTRAINT "slow_statement_pkey" PRIMARY KEY ("day", "name")
);
GRANT SELECT ON slow_statement TO parley_keeper;
CREATE POLICY keeper_looks ON slow_statement FOR SELECT TO parley_keeper USING (true);
