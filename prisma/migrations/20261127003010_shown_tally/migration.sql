GRANT CREATE ON SCHEMA public TO parley_guard;
-- How far a round is as of the last set moment, for its owner alone: a number that moved at once would tell when somebody sealed.
CREATE FUNCTION shown_tally(wanted uuid) RETURNS TABLE(asked integer, answered integer, given integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $$ SELECT count(*)::integer, count(s.author_id)::integer, (count(s.author_id) FILTER (WHERE NOT s.abstained))::integer
   FROM asked a LEFT JOIN sealed_counter s ON s.round_id = a.round_id AND s.author_id = a.account_id AND NOT s.late
     AND s.shown_at <= moment() AND answer_stands(wanted, a.account_id)
   WHERE a.round_id = wanted AND EXISTS (SELECT FROM round r WHERE r.id = wanted AND r.owner_id = viewer()) $$;
ALTER FUNCTION shown_tally(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION shown_tally(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shown_tally(uuid) TO parley_user;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
