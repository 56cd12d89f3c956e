-- Every thread that the viewer may read: asked once a statement, where a question for each row would be asked fifty times.
GRANT CREATE ON SCHEMA public TO parley_guard;
CREATE FUNCTION readable_threads() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT t.id FROM thread t WHERE t.item_id IN (
     SELECT i.id FROM item i WHERE i.owner_id = viewer()
     UNION SELECT s.item_id FROM share s JOIN membership m ON m.council_id = s.council_id
           WHERE m.account_id = viewer() AND m.state = 'active' AND share_reaches_viewer(s)) $$;
ALTER FUNCTION readable_threads() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION readable_threads() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION readable_threads() TO parley_user;
REVOKE CREATE ON SCHEMA public FROM parley_guard;

DROP POLICY reader_sees ON comment;
CREATE POLICY reader_sees ON comment FOR SELECT TO parley_user USING (thread_id IN (SELECT readable_threads()));
