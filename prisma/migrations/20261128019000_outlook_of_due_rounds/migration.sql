-- What somebody sealed in a round whose deadline has come stands: before an account ends such rounds are revealed, so the outlook
-- counts it among what stays.
GRANT CREATE ON SCHEMA public TO parley_guard, parley_leave;

-- How many counters somebody sealed in rounds that would be revealed before their account ends, as reveal_due_before_end() does it.
CREATE FUNCTION counters_due_before_end(leaver uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT count(*)::integer FROM sealed_counter s JOIN round r ON r.id = s.round_id CROSS JOIN LATERAL count_answers(r.id) t
   WHERE s.author_id = leaver AND s.author_id <> r.owner_id AND NOT s.late AND answer_stands(r.id, leaver)
     AND r.state = 'open' AND r.deadline_at <= moment() AND t.given >= r.quorum
     AND EXISTS (SELECT FROM item_audience(r.id) AS reader(id) WHERE reader.id <> r.owner_id) $$;
ALTER FUNCTION counters_due_before_end(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION counters_due_before_end(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION counters_due_before_end(uuid) TO parley_leave;

CREATE OR REPLACE FUNCTION departure_counts() RETURNS TABLE (opportunities integer, offers integer, negotiations integer, debriefs integer,
  comments integer, answers integer, notes integer, checklists integer, counters_kept integer, counters_gone integer, reads_gone integer, openings integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'opportunity')::integer,
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'offer')::integer,
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'negotiation')::integer,
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'debrief')::integer,
    (SELECT count(*) FROM comment WHERE author_id = viewer() AND owner_id <> viewer() AND deleted_at IS NULL)::integer,
    (SELECT count(*) FROM help_answer WHERE author_id = viewer() AND withdrawn_at IS NULL)::integer,
    (SELECT count(*) FROM meeting_note WHERE author_id = viewer())::integer,
    (SELECT count(*) FROM checklist WHERE author_id = viewer())::integer,
    (SELECT count(*) FROM sealed_counter WHERE author_id = viewer() AND owner_id <> viewer() AND frozen)::integer + due.count,
    (SELECT count(*) FROM sealed_counter WHERE author_id = viewer() AND owner_id <> viewer() AND NOT frozen)::integer - due.count,
    (SELECT count(*) FROM read WHERE author_id = viewer() AND owner_id <> viewer())::integer,
    (SELECT count(*) FROM view_log WHERE reader_id = viewer() AND owner_id <> viewer())::integer
  FROM counters_due_before_end(viewer()) AS due(count)
$$;
REVOKE CREATE ON SCHEMA public FROM parley_guard, parley_leave;
