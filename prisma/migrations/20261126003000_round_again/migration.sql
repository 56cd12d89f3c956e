-- Who was asked in a round, for its owner alone: a second round proposes them, and names who can no longer read the first.
GRANT CREATE ON SCHEMA public TO parley_guard;
CREATE FUNCTION asked_in(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT a.account_id FROM asked a JOIN round r ON r.id = a.round_id
   WHERE a.round_id = wanted AND r.owner_id = viewer() ORDER BY a.account_id $function$;
ALTER FUNCTION asked_in(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION asked_in(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asked_in(uuid) TO parley_user;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
