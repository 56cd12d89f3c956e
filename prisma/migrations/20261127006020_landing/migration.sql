-- After landing: offers and ledgers go, or are reduced to percentages, so many days later, by the person's own choice.
CREATE TYPE "landing_choice" AS ENUM ('delete', 'percentages');
CREATE TABLE "landing" (
    "account_id" UUID NOT NULL,
    "choice" "landing_choice" NOT NULL,
    "days" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "landing_pkey" PRIMARY KEY ("account_id")
);
CREATE TABLE "keepsake" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "keepsake_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "keepsake_owner_id_idx" ON "keepsake"("owner_id");
CREATE INDEX "keepsake_opportunity_id_idx" ON "keepsake"("opportunity_id");
ALTER TABLE "landing" ADD CONSTRAINT "landing_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "keepsake" ADD CONSTRAINT "keepsake_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE landing ENABLE ROW LEVEL SECURITY;
ALTER TABLE landing FORCE ROW LEVEL SECURITY;
ALTER TABLE keepsake ENABLE ROW LEVEL SECURITY;
ALTER TABLE keepsake FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE, UPDATE (choice, days, since) ON landing TO parley_user;
GRANT SELECT, INSERT ON keepsake TO parley_user;
CREATE POLICY owner_alone ON landing FOR ALL TO parley_user
  USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
CREATE POLICY owner_alone ON keepsake FOR ALL TO parley_user
  USING (owner_id = (SELECT viewer())) WITH CHECK (owner_id = (SELECT viewer()) AND owns_root(opportunity_id));
CREATE TRIGGER owned BEFORE INSERT ON keepsake FOR EACH ROW EXECUTE FUNCTION owned_by_opportunity_id();

-- When somebody landed: their last acceptance that still stands. Asked as the person, or by the clock below.
CREATE FUNCTION landing_moment(owner uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(c.at) FROM stage_change c JOIN opportunity o ON o.id = c.opportunity_id
  WHERE o.owner_id = owner AND o.stage = 'accepted' AND c.stage = 'accepted'
$$;
REVOKE ALL ON FUNCTION landing_moment(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION landing_moment(uuid) TO parley_user, parley_leave;

GRANT SELECT ON landing TO parley_leave;
GRANT SELECT (id, owner_id, stage) ON opportunity TO parley_leave;
GRANT SELECT (opportunity_id, stage, at) ON stage_change TO parley_leave;
GRANT SELECT (created_at) ON item TO parley_leave;
CREATE POLICY leaver_looks ON landing FOR SELECT TO parley_leave USING (true);
CREATE POLICY leaver_looks ON opportunity FOR SELECT TO parley_leave USING (true);
CREATE POLICY leaver_looks ON stage_change FOR SELECT TO parley_leave USING (true);

-- Whose offers and ledgers are due: who they are, and nothing else.
GRANT CREATE ON SCHEMA public TO parley_leave;
CREATE FUNCTION due_landings() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.account_id FROM landing l CROSS JOIN LATERAL (SELECT landing_moment(l.account_id) AS landed_at) m
  WHERE m.landed_at + make_interval(days => l.days) <= moment() AND l.since + interval '1 day' <= moment()
    AND EXISTS (SELECT FROM item i WHERE i.owner_id = l.account_id AND i.kind = 'offer' AND i.created_at <= m.landed_at)
  ORDER BY l.account_id LIMIT 100
$$;
ALTER FUNCTION due_landings() OWNER TO parley_leave;
REVOKE ALL ON FUNCTION due_landings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION due_landings() TO parley_clock;
REVOKE CREATE ON SCHEMA public FROM parley_leave;
