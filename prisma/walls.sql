-- The second wall as it stands: roles, grants, row-level security, triggers and functions, printed from the catalogue of
-- a migrated database. Changed by a migration, never here: `npm run walls` writes it anew, tests/api/walls-file.test.ts compares.
-- What is not granted here nobody may do but the owner of the database, whom the walls hold too.

-- ---------------------------------------------------------------- roles
CREATE ROLE parley_clock NOLOGIN;
CREATE ROLE parley_door NOLOGIN;
CREATE ROLE parley_guard NOLOGIN;
CREATE ROLE parley_identity NOLOGIN;
CREATE ROLE parley_keeper NOLOGIN;
CREATE ROLE parley_leave NOLOGIN;
CREATE ROLE parley_post NOLOGIN;
CREATE ROLE parley_user NOLOGIN;
GRANT USAGE ON SCHEMA public TO PUBLIC, parley_clock, parley_door, parley_guard, parley_identity, parley_keeper, parley_leave, parley_post, parley_user;

-- ---------------------------------------------------------------- _prisma_migrations
-- outside the walls: no row-level security
GRANT SELECT ON _prisma_migrations TO parley_keeper;
CREATE POLICY keeper_looks ON _prisma_migrations FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- account
ALTER TABLE account ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON account TO parley_guard, parley_keeper, parley_user;
GRANT SELECT, INSERT, DELETE ON account TO parley_identity;
GRANT UPDATE (email_hash, operator, rev, sealed, verified_at) ON account TO parley_identity;
GRANT DELETE ON account TO parley_leave;
GRANT SELECT (id, email_hash) ON account TO parley_leave;
GRANT UPDATE (rev, sealed) ON account TO parley_user;
GRANT SELECT (id, operator) ON account TO parley_door;
CREATE POLICY door_looks ON account FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON account FOR SELECT TO parley_guard USING (true);
CREATE POLICY identity_works ON account FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON account FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON account FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON account FOR SELECT TO parley_leave USING (true);
CREATE POLICY person_keeps ON account FOR UPDATE TO parley_user USING (id = viewer()) WITH CHECK (id = viewer());
CREATE POLICY person_sees ON account FOR SELECT TO parley_user
  USING (id = (SELECT viewer()) OR (id = ANY ((SELECT reach_people())::uuid[])));

-- ---------------------------------------------------------------- address_link
ALTER TABLE address_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON address_link TO parley_identity;
GRANT UPDATE (used_at) ON address_link TO parley_identity;
GRANT SELECT ON address_link TO parley_keeper;
GRANT SELECT (id, account_id, purpose, sealed, expires_at, used_at) ON address_link TO parley_user;
CREATE POLICY identity_works ON address_link FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON address_link FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_sees ON address_link FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- archive_piece
ALTER TABLE archive_piece ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT DELETE ON archive_piece TO parley_identity;
GRANT SELECT (created_at) ON archive_piece TO parley_identity;
GRANT SELECT ON archive_piece TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON archive_piece TO parley_user;
CREATE POLICY identity_finds_old ON archive_piece FOR SELECT TO parley_identity
  USING (created_at < ((SELECT moment() - '1 day'::interval)));
CREATE POLICY identity_sweeps ON archive_piece FOR DELETE TO parley_identity
  USING (created_at < ((SELECT moment() - '1 day'::interval)));
CREATE POLICY keeper_looks ON archive_piece FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON archive_piece FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- ask
ALTER TABLE ask ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON ask TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON ask TO parley_user;
GRANT UPDATE (rank, rev, sealed) ON ask TO parley_user;
GRANT SELECT (id, negotiation_id) ON ask TO parley_door;
CREATE POLICY door_looks ON ask FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON ask FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON ask FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON ask FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON ask FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON ask FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON ask FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- asked
ALTER TABLE asked ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON asked TO parley_guard;
GRANT SELECT ON asked TO parley_keeper;
CREATE POLICY guard_looks ON asked FOR SELECT TO parley_guard USING (true);
CREATE POLICY guard_notes ON asked FOR INSERT TO parley_guard WITH CHECK (true);
CREATE POLICY keeper_looks ON asked FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- attachment
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON attachment TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON attachment TO parley_user;
GRANT SELECT (id, offer_id, created_at) ON attachment TO parley_door, parley_guard;
CREATE POLICY door_looks ON attachment FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON attachment FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON attachment FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON attachment FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON attachment FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON attachment FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_attachments())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON attachment FOR EACH ROW EXECUTE FUNCTION owned_by_offer_id();

-- ---------------------------------------------------------------- attachment_body
ALTER TABLE attachment_body ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON attachment_body TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON attachment_body TO parley_user;
CREATE POLICY keeper_looks ON attachment_body FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON attachment_body FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON attachment_body FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_opens ON attachment_body FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT opened_attachments())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON attachment_body FOR EACH ROW EXECUTE FUNCTION owned_by_offer_id();

-- ---------------------------------------------------------------- attempt
-- outside the walls: no row-level security
GRANT SELECT ON attempt TO parley_keeper;
CREATE POLICY keeper_looks ON attempt FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- backchannel
ALTER TABLE backchannel ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON backchannel TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON backchannel TO parley_user;
GRANT UPDATE (rev, sealed) ON backchannel TO parley_user;
CREATE POLICY keeper_looks ON backchannel FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON backchannel FOR ALL TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE TRIGGER owned BEFORE INSERT ON backchannel FOR EACH ROW EXECUTE FUNCTION owned_by_opportunity_id();

-- ---------------------------------------------------------------- canary
-- outside the walls: no row-level security
GRANT SELECT ON canary TO parley_keeper;
CREATE POLICY keeper_looks ON canary FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- challenge
ALTER TABLE challenge ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON challenge TO parley_identity;
GRANT SELECT ON challenge TO parley_keeper;
CREATE POLICY identity_works ON challenge FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON challenge FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- charter
ALTER TABLE charter ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON charter TO parley_identity, parley_keeper;
GRANT SELECT, INSERT ON charter TO parley_user;
CREATE POLICY chair_writes ON charter FOR INSERT TO parley_user WITH CHECK (chairs_council(council_id));
CREATE POLICY identity_works ON charter FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON charter FOR SELECT TO parley_keeper USING (true);
CREATE POLICY member_sees ON charter FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));

-- ---------------------------------------------------------------- checklist
ALTER TABLE checklist ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON checklist TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON checklist TO parley_user;
GRANT UPDATE (rev, sealed) ON checklist TO parley_user;
GRANT SELECT (id, council_id) ON checklist TO parley_door;
GRANT SELECT (author_id) ON checklist TO parley_leave;
CREATE POLICY author_edits ON checklist FOR UPDATE TO parley_user
  USING (in_council(council_id) AND (author_id = viewer() OR chairs_council(council_id)))
  WITH CHECK (in_council(council_id));
CREATE POLICY author_ends ON checklist FOR DELETE TO parley_user
  USING (in_council(council_id) AND (author_id = viewer() OR chairs_council(council_id)));
CREATE POLICY door_looks ON checklist FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON checklist FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON checklist FOR SELECT TO parley_leave USING (true);
CREATE POLICY member_sees ON checklist FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY member_writes ON checklist FOR INSERT TO parley_user WITH CHECK (author_id = viewer() AND in_council(council_id));

-- ---------------------------------------------------------------- clock_hand
ALTER TABLE clock_hand ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON clock_hand TO parley_guard, parley_keeper;
GRANT UPDATE (shares_at) ON clock_hand TO parley_guard;
GRANT SELECT (id, mails, addresses) ON clock_hand TO parley_identity;
GRANT UPDATE (addresses) ON clock_hand TO parley_identity;
GRANT SELECT (id, mails, push_key) ON clock_hand TO parley_post, parley_user;
GRANT UPDATE (mails, push_key) ON clock_hand TO parley_post;
CREATE POLICY everybody_knows ON clock_hand FOR SELECT TO parley_user USING (true);
CREATE POLICY guard_reads ON clock_hand FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY identity_counts ON clock_hand FOR UPDATE TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_looks ON clock_hand FOR SELECT TO parley_identity USING (true);
CREATE POLICY keeper_looks ON clock_hand FOR SELECT TO parley_keeper USING (true);
CREATE POLICY post_looks ON clock_hand FOR SELECT TO parley_post USING (true);
CREATE POLICY post_opens ON clock_hand FOR UPDATE TO parley_post USING (true) WITH CHECK (true);

-- ---------------------------------------------------------------- comment
ALTER TABLE comment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON comment TO parley_keeper;
GRANT SELECT, INSERT ON comment TO parley_user;
GRANT UPDATE (rev, sealed, edited_at, deleted_at) ON comment TO parley_user;
GRANT SELECT (id, thread_id, author_id, created_at) ON comment TO parley_door;
GRANT SELECT (id, thread_id, author_id, created_at, edited_at, item_id) ON comment TO parley_guard;
GRANT SELECT (author_id, deleted_at, owner_id) ON comment TO parley_leave;
CREATE POLICY author_edits ON comment FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_thread(thread_id))
  WITH CHECK (author_id = viewer());
CREATE POLICY door_looks ON comment FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON comment FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON comment FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON comment FOR SELECT TO parley_leave USING (true);
CREATE POLICY reader_sees ON comment FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[]))
    AND ((starter_id = ANY ((SELECT reach_heard())::uuid[]))
    OR (EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = comment.starter_id
    AND comment.begun_at <= heard.until))) AND ((author_id = ANY ((SELECT reach_heard())::uuid[]))
    OR (EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = comment.author_id
    AND comment.created_at <= heard.until)))
    AND NOT (EXISTS (SELECT FROM held_talks() held(item_id, author_id, since, until) WHERE held.item_id = comment.item_id
    AND held.author_id = comment.author_id AND (comment.created_at >= held.since OR comment.edited_at >= held.since)
    AND (held.until IS NULL OR comment.created_at <= held.until))));
CREATE POLICY reader_writes ON comment FOR INSERT TO parley_user WITH CHECK (author_id = viewer() AND may_read_thread(thread_id));
CREATE TRIGGER owned BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION placed_in_thread();

-- ---------------------------------------------------------------- commitment
ALTER TABLE commitment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON commitment TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON commitment TO parley_user;
GRANT UPDATE (council_id, due_on, state, moves, rev, sealed) ON commitment TO parley_user;
GRANT SELECT (id, owner_id, council_id) ON commitment TO parley_door;
GRANT SELECT (owner_id, council_id, due_on, state) ON commitment TO parley_guard;
GRANT UPDATE (council_id) ON commitment TO parley_guard;
CREATE POLICY door_looks ON commitment FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_withdraws ON commitment FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON commitment FOR SELECT TO parley_keeper USING (true);
CREATE POLICY member_sees ON commitment FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (council_id = ANY ((SELECT reach_councils())::uuid[])));
CREATE POLICY owner_edits ON commitment FOR UPDATE TO parley_user
  USING (owner_id = viewer())
  WITH CHECK (owner_id = viewer() AND (council_id IS NULL OR in_council(council_id)));
CREATE POLICY owner_ends ON commitment FOR DELETE TO parley_user USING (owner_id = viewer());
CREATE POLICY owner_takes ON commitment FOR INSERT TO parley_user
  WITH CHECK (owner_id = viewer() AND (council_id IS NULL OR in_council(council_id)));

-- ---------------------------------------------------------------- council
ALTER TABLE council ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON council TO parley_guard, parley_identity, parley_keeper;
GRANT DELETE ON council TO parley_leave;
GRANT SELECT (id, closed_at) ON council TO parley_leave, parley_door;
GRANT UPDATE (closed_at) ON council TO parley_leave;
GRANT SELECT, INSERT ON council TO parley_user;
GRANT UPDATE (charter_version, rev, sealed, closed_at) ON council TO parley_user;
CREATE POLICY chair_keeps ON council FOR UPDATE TO parley_user USING (chairs_council(id)) WITH CHECK (chairs_council(id));
CREATE POLICY door_looks ON council FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON council FOR SELECT TO parley_guard USING (true);
CREATE POLICY identity_works ON council FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON council FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_closes ON council FOR UPDATE TO parley_leave USING (true) WITH CHECK (true);
CREATE POLICY leaver_ends ON council FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON council FOR SELECT TO parley_leave USING (true);
CREATE POLICY member_sees ON council FOR SELECT TO parley_user USING (id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY person_founds ON council FOR INSERT TO parley_user WITH CHECK (founder_id = viewer());
CREATE TRIGGER reach_changed AFTER INSERT OR DELETE OR UPDATE ON council FOR EACH STATEMENT EXECUTE FUNCTION reach_changed();

-- ---------------------------------------------------------------- council_mail
ALTER TABLE council_mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON council_mail TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON council_mail TO parley_user;
GRANT SELECT (account_id) ON council_mail TO parley_post;
GRANT UPDATE (choice) ON council_mail TO parley_post;
CREATE POLICY keeper_looks ON council_mail FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON council_mail FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));
CREATE POLICY post_looks ON council_mail FOR SELECT TO parley_post USING (true);
CREATE POLICY post_stops ON council_mail FOR UPDATE TO parley_post USING (true) WITH CHECK (choice IS NULL);

-- ---------------------------------------------------------------- debrief
ALTER TABLE debrief ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON debrief TO parley_guard, parley_keeper;
GRANT UPDATE (reads_state, revealed_at) ON debrief TO parley_guard;
GRANT SELECT, INSERT, DELETE ON debrief TO parley_user;
GRANT UPDATE (reads_state, outcome, outcome_on, rev, sealed, revealed_at, updated_at, asked_at) ON debrief TO parley_user;
CREATE POLICY guard_looks ON debrief FOR SELECT TO parley_guard USING (true);
CREATE POLICY guard_reveals ON debrief FOR UPDATE TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON debrief FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON debrief FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON debrief FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON debrief FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON debrief FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_debriefs())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON debrief FOR EACH ROW EXECUTE FUNCTION owned_by_id();

-- ---------------------------------------------------------------- event
ALTER TABLE event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON event TO parley_guard;
GRANT SELECT ON event TO parley_keeper, parley_user;
GRANT DELETE ON event TO parley_leave;
GRANT SELECT (account_id) ON event TO parley_leave;
CREATE POLICY guard_tells ON event FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON event FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON event FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON event FOR SELECT TO parley_leave USING (true);
CREATE POLICY recipient_hears ON event FOR SELECT TO parley_user
  USING (account_id = (SELECT viewer()) AND (NOT reached OR (item_id = ANY ((SELECT reach_items())::uuid[]))
    OR (item_id = ANY ((SELECT reach_roots())::uuid[])) OR (council_id = ANY ((SELECT reach_councils())::uuid[]))));

-- ---------------------------------------------------------------- evidence
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON evidence TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON evidence TO parley_user;
GRANT UPDATE (rev, sealed) ON evidence TO parley_user;
GRANT SELECT (id, negotiation_id) ON evidence TO parley_door;
CREATE POLICY door_looks ON evidence FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON evidence FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON evidence FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON evidence FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON evidence FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON evidence FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- feed
ALTER TABLE feed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON feed TO parley_keeper;
GRANT DELETE ON feed TO parley_user;
GRANT INSERT (account_id, token_hash, since) ON feed TO parley_user;
GRANT SELECT (account_id, since) ON feed TO parley_user;
GRANT SELECT (account_id, token_hash) ON feed TO parley_post;
CREATE POLICY keeper_looks ON feed FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON feed FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));
CREATE POLICY post_finds ON feed FOR SELECT TO parley_post USING (true);

-- ---------------------------------------------------------------- gratitude
ALTER TABLE gratitude ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON gratitude TO parley_keeper;
GRANT SELECT, INSERT ON gratitude TO parley_user;
GRANT UPDATE (rev, sealed) ON gratitude TO parley_user;
CREATE POLICY keeper_looks ON gratitude FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON gratitude FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- help_answer
ALTER TABLE help_answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON help_answer TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON help_answer TO parley_user;
GRANT SELECT (help_id, withdrawn_at) ON help_answer TO parley_guard;
GRANT UPDATE (withdrawn_at) ON help_answer TO parley_guard;
GRANT SELECT (author_id, withdrawn_at) ON help_answer TO parley_leave;
CREATE POLICY author_ends ON help_answer FOR DELETE TO parley_user USING (author_id = viewer() AND in_council(council_id));
CREATE POLICY guard_withdraws ON help_answer FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON help_answer FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON help_answer FOR SELECT TO parley_leave USING (true);
CREATE POLICY member_answers ON help_answer FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND in_council(council_id)
    AND (EXISTS (SELECT FROM help_request h WHERE h.id = help_answer.help_id AND h.council_id = help_answer.council_id
    AND h.settled_at IS NULL AND h.withdrawn_at IS NULL)));
CREATE POLICY member_sees ON help_answer FOR SELECT TO parley_user
  USING (withdrawn_at IS NULL AND (council_id = ANY ((SELECT reach_councils())::uuid[])));

-- ---------------------------------------------------------------- help_request
ALTER TABLE help_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON help_request TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON help_request TO parley_user;
GRANT UPDATE (rev, sealed, settled_at) ON help_request TO parley_user;
GRANT SELECT (id, council_id) ON help_request TO parley_door;
GRANT SELECT (id, council_id, asker_id, withdrawn_at) ON help_request TO parley_guard;
GRANT UPDATE (withdrawn_at) ON help_request TO parley_guard;
CREATE POLICY asker_edits ON help_request FOR UPDATE TO parley_user
  USING (asker_id = viewer() AND in_council(council_id))
  WITH CHECK (asker_id = viewer());
CREATE POLICY asker_ends ON help_request FOR DELETE TO parley_user USING (asker_id = viewer());
CREATE POLICY door_looks ON help_request FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_withdraws ON help_request FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON help_request FOR SELECT TO parley_keeper USING (true);
CREATE POLICY member_asks ON help_request FOR INSERT TO parley_user WITH CHECK (asker_id = viewer() AND in_council(council_id));
CREATE POLICY member_sees ON help_request FOR SELECT TO parley_user
  USING (asker_id = (SELECT viewer()) OR withdrawn_at IS NULL AND (council_id = ANY ((SELECT reach_councils())::uuid[])));

-- ---------------------------------------------------------------- hunt
ALTER TABLE hunt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON hunt TO parley_keeper;
GRANT SELECT, INSERT ON hunt TO parley_user;
GRANT UPDATE (rev, sealed) ON hunt TO parley_user;
CREATE POLICY keeper_looks ON hunt FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON hunt FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- inbox
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON inbox TO parley_guard;
GRANT UPDATE (seq, swept) ON inbox TO parley_guard;
GRANT SELECT ON inbox TO parley_keeper, parley_user;
GRANT DELETE ON inbox TO parley_leave;
GRANT SELECT (account_id) ON inbox TO parley_leave;
CREATE POLICY guard_numbers ON inbox FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON inbox FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON inbox FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON inbox FOR SELECT TO parley_leave USING (true);
CREATE POLICY own_inbox ON inbox FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- instance
-- outside the walls: no row-level security
GRANT SELECT ON instance TO parley_keeper;
CREATE POLICY keeper_looks ON instance FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- invitation
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON invitation TO parley_identity, parley_keeper;
GRANT INSERT (id, council_id, invited_by_id, address_hash, token_hash, sealed, created_at, expires_at) ON invitation TO parley_identity;
GRANT UPDATE (address_hash, used_at, used_by_id, revoked_at) ON invitation TO parley_identity;
GRANT DELETE ON invitation TO parley_leave;
GRANT SELECT (council_id, address_hash, used_at, used_by_id, revoked_at) ON invitation TO parley_leave;
GRANT UPDATE (revoked_at) ON invitation TO parley_leave;
GRANT SELECT, INSERT ON invitation TO parley_user;
GRANT UPDATE (token_hash, expires_at, revoked_at) ON invitation TO parley_user;
GRANT SELECT (id, council_id) ON invitation TO parley_door;
CREATE POLICY chair_invites ON invitation FOR INSERT TO parley_user WITH CHECK (chairs_council(council_id));
CREATE POLICY chair_keeps ON invitation FOR UPDATE TO parley_user
  USING (chairs_council(council_id))
  WITH CHECK (chairs_council(council_id));
CREATE POLICY chair_sees ON invitation FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_chairs())::uuid[]));
CREATE POLICY door_looks ON invitation FOR SELECT TO parley_door USING (true);
CREATE POLICY identity_works ON invitation FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON invitation FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON invitation FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON invitation FOR SELECT TO parley_leave USING (true);
CREATE POLICY leaver_revokes ON invitation FOR UPDATE TO parley_leave USING (true) WITH CHECK (true);

-- ---------------------------------------------------------------- item
ALTER TABLE item ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON item TO parley_guard;
GRANT SELECT ON item TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON item TO parley_user;
GRANT SELECT (id, kind, owner_id, opportunity_id) ON item TO parley_door;
GRANT SELECT (kind, owner_id, created_at) ON item TO parley_leave;
CREATE POLICY door_looks ON item FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_ends ON item FOR DELETE TO parley_guard USING (kind = 'round'::item_kind);
CREATE POLICY guard_looks ON item FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON item FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON item FOR SELECT TO parley_leave USING (true);
CREATE POLICY owner_ends ON item FOR DELETE TO parley_user USING (owner_id = viewer());
CREATE POLICY owner_makes ON item FOR INSERT TO parley_user
  WITH CHECK (owner_id = (SELECT viewer()) AND (opportunity_id = id OR owns_root(opportunity_id)));
CREATE POLICY reader_sees ON item FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_items())::uuid[]))
    OR (id = ANY ((SELECT reach_roots())::uuid[])));
CREATE TRIGGER parts BEFORE DELETE ON item FOR EACH ROW EXECUTE FUNCTION remember_parting();
CREATE TRIGGER reach_changed AFTER INSERT OR DELETE OR UPDATE ON item FOR EACH STATEMENT EXECUTE FUNCTION reach_changed();
CREATE TRIGGER stays BEFORE UPDATE OF id, kind, owner_id, opportunity_id ON item FOR EACH ROW
  WHEN (old.id IS DISTINCT FROM new.id OR old.kind IS DISTINCT FROM new.kind OR old.owner_id IS DISTINCT FROM new.owner_id
    OR old.opportunity_id IS DISTINCT FROM new.opportunity_id)
  EXECUTE FUNCTION item_stays();

-- ---------------------------------------------------------------- keepsake
ALTER TABLE keepsake ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON keepsake TO parley_keeper;
GRANT SELECT, INSERT ON keepsake TO parley_user;
CREATE POLICY keeper_looks ON keepsake FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON keepsake FOR ALL TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()) AND owns_root(opportunity_id));
CREATE TRIGGER owned BEFORE INSERT ON keepsake FOR EACH ROW EXECUTE FUNCTION owned_by_opportunity_id();

-- ---------------------------------------------------------------- landing
ALTER TABLE landing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON landing TO parley_keeper, parley_leave;
GRANT SELECT, INSERT, DELETE ON landing TO parley_user;
GRANT UPDATE (choice, days, since) ON landing TO parley_user;
CREATE POLICY keeper_looks ON landing FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON landing FOR SELECT TO parley_leave USING (true);
CREATE POLICY owner_alone ON landing FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- letter
ALTER TABLE letter ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON letter TO parley_keeper;
GRANT SELECT, INSERT ON letter TO parley_post;
GRANT UPDATE (state, attempts, made_at, next_at, claimed_until, ended_at, fault) ON letter TO parley_post;
GRANT INSERT (id, account_id, kinds) ON letter TO parley_identity;
CREATE POLICY identity_writes ON letter FOR INSERT TO parley_identity WITH CHECK (kinds = '{}'::text[]);
CREATE POLICY keeper_looks ON letter FOR SELECT TO parley_keeper USING (true);
CREATE POLICY post_works ON letter FOR ALL TO parley_post USING (true) WITH CHECK (true);

-- ---------------------------------------------------------------- mail_setting
ALTER TABLE mail_setting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON mail_setting TO parley_keeper;
GRANT SELECT, INSERT ON mail_setting TO parley_user;
GRANT UPDATE (standard, hour, weekday, pushes) ON mail_setting TO parley_user;
GRANT INSERT (account_id, standard) ON mail_setting TO parley_post;
GRANT SELECT (account_id) ON mail_setting TO parley_post;
GRANT UPDATE (standard) ON mail_setting TO parley_post;
CREATE POLICY keeper_looks ON mail_setting FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON mail_setting FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));
CREATE POLICY post_looks ON mail_setting FOR SELECT TO parley_post USING (true);
CREATE POLICY post_stops ON mail_setting FOR INSERT TO parley_post WITH CHECK (standard = 'never'::mail_choice);
CREATE POLICY post_stops_again ON mail_setting FOR UPDATE TO parley_post USING (true) WITH CHECK (standard = 'never'::mail_choice);

-- ---------------------------------------------------------------- meeting
ALTER TABLE meeting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON meeting TO parley_keeper;
GRANT SELECT, INSERT ON meeting TO parley_user;
GRANT UPDATE (chair_id, step, turn_at, ended_at) ON meeting TO parley_user;
GRANT SELECT (id, council_id) ON meeting TO parley_door;
CREATE POLICY door_looks ON meeting FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON meeting FOR SELECT TO parley_keeper USING (true);
CREATE POLICY member_begins ON meeting FOR INSERT TO parley_user WITH CHECK (chair_id = viewer() AND in_council(council_id));
CREATE POLICY member_moves ON meeting FOR UPDATE TO parley_user
  USING (ended_at IS NULL AND in_council(council_id))
  WITH CHECK (in_council(council_id));
CREATE POLICY member_sees ON meeting FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE TRIGGER closes AFTER UPDATE OF ended_at ON meeting FOR EACH ROW
  WHEN (old.ended_at IS NULL AND new.ended_at IS NOT NULL)
  EXECUTE FUNCTION close_pulses();

-- ---------------------------------------------------------------- meeting_note
ALTER TABLE meeting_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON meeting_note TO parley_keeper;
GRANT SELECT, INSERT ON meeting_note TO parley_user;
GRANT SELECT (author_id) ON meeting_note TO parley_leave;
CREATE POLICY keeper_looks ON meeting_note FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON meeting_note FOR SELECT TO parley_leave USING (true);
CREATE POLICY member_notes ON meeting_note FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND in_council(council_id)
    AND (EXISTS (SELECT FROM meeting m WHERE m.id = meeting_note.meeting_id AND m.council_id = meeting_note.council_id
    AND m.ended_at IS NULL)));
CREATE POLICY member_sees ON meeting_note FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));

-- ---------------------------------------------------------------- membership
ALTER TABLE membership ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON membership TO parley_guard, parley_keeper;
GRANT SELECT, INSERT ON membership TO parley_identity, parley_user;
GRANT UPDATE (role, state, accepted_charter, joined_at, ended_at, farewell) ON membership TO parley_identity;
GRANT UPDATE (role, state, accepted_charter, ended_at, farewell) ON membership TO parley_user;
GRANT SELECT (council_id, account_id, role, state, joined_at, ended_at) ON membership TO parley_door;
GRANT SELECT (council_id, account_id, role, state, joined_at) ON membership TO parley_leave;
GRANT UPDATE (role, state, ended_at, farewell) ON membership TO parley_leave;
CREATE POLICY chair_keeps ON membership FOR UPDATE TO parley_user
  USING (state = 'active'::membership_state AND chairs_council(council_id))
  WITH CHECK (chairs_council(council_id));
CREATE POLICY door_looks ON membership FOR SELECT TO parley_door USING (true);
CREATE POLICY founder_sits ON membership FOR INSERT TO parley_user
  WITH CHECK (account_id = viewer() AND role = 'moderator'::council_role AND founds_council(council_id));
CREATE POLICY guard_looks ON membership FOR SELECT TO parley_guard USING (true);
CREATE POLICY identity_works ON membership FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON membership FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON membership FOR SELECT TO parley_leave USING (true);
CREATE POLICY leaver_stands_up ON membership FOR UPDATE TO parley_leave USING (true) WITH CHECK (true);
CREATE POLICY member_sees ON membership FOR SELECT TO parley_user
  USING (account_id = (SELECT viewer()) OR (council_id = ANY ((SELECT reach_councils())::uuid[])));
CREATE POLICY own_seat ON membership FOR UPDATE TO parley_user
  USING (account_id = viewer() AND state = 'active'::membership_state)
  WITH CHECK (account_id = viewer() AND (role = 'member'::council_role OR chairs_council(council_id)));
CREATE TRIGGER asked_when_joined AFTER INSERT OR UPDATE OF state ON membership FOR EACH ROW
  WHEN (new.state = 'active'::membership_state)
  EXECUTE FUNCTION note_asked();
CREATE TRIGGER parts AFTER UPDATE OF state ON membership FOR EACH ROW
  WHEN (old.state = 'active'::membership_state AND new.state <> 'active'::membership_state AND viewer() IS NULL)
  EXECUTE FUNCTION tell_parting();
CREATE TRIGGER reach_changed AFTER INSERT OR DELETE OR UPDATE ON membership FOR EACH STATEMENT EXECUTE FUNCTION reach_changed();
CREATE TRIGGER seats AFTER INSERT OR UPDATE ON membership FOR EACH ROW
  WHEN (new.state = 'active'::membership_state AND viewer() IS NULL)
  EXECUTE FUNCTION tell_seat();
CREATE TRIGGER withdraws AFTER UPDATE OF state ON membership FOR EACH ROW
  WHEN (old.state = 'active'::membership_state AND new.state <> 'active'::membership_state)
  EXECUTE FUNCTION withdraw_words();

-- ---------------------------------------------------------------- mission
ALTER TABLE mission ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON mission TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON mission TO parley_user;
GRANT UPDATE (state, rev, sealed, updated_at) ON mission TO parley_user;
CREATE POLICY keeper_looks ON mission FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON mission FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON mission FOR INSERT TO parley_user
  WITH CHECK (owner_id = (SELECT viewer()) AND owns_item(opportunity_id));
CREATE POLICY owner_writes ON mission FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON mission FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_missions())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON mission FOR EACH ROW EXECUTE FUNCTION owned_by_id();

-- ---------------------------------------------------------------- mission_version
ALTER TABLE mission_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON mission_version TO parley_keeper;
GRANT SELECT, INSERT ON mission_version TO parley_user;
CREATE POLICY keeper_looks ON mission_version FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_makes ON mission_version FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON mission_version FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (mission_id = ANY ((SELECT reach_missions())::uuid[]))
    AND (EXISTS (SELECT FROM missions_read_since() seen(mission_id, since) WHERE seen.mission_id = mission_version.mission_id
    AND seen.since <= mission_version.created_at)));
CREATE TRIGGER owned BEFORE INSERT ON mission_version FOR EACH ROW EXECUTE FUNCTION owned_by_mission_id();

-- ---------------------------------------------------------------- move
ALTER TABLE move ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON move TO parley_keeper;
GRANT SELECT, INSERT ON move TO parley_user;
GRANT UPDATE (at, rev, sealed, removed_at) ON move TO parley_user;
GRANT SELECT (id, negotiation_id) ON move TO parley_door;
CREATE POLICY door_looks ON move FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON move FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_makes ON move FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON move FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON move FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON move FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- negotiation
ALTER TABLE negotiation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON negotiation TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON negotiation TO parley_user;
GRANT UPDATE (rev, sealed, updated_at) ON negotiation TO parley_user;
GRANT SELECT (id, offer_id) ON negotiation TO parley_guard;
CREATE POLICY guard_looks ON negotiation FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON negotiation FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON negotiation FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON negotiation FOR INSERT TO parley_user
  WITH CHECK (owner_id = (SELECT viewer()) AND owns_item(offer_id));
CREATE POLICY owner_writes ON negotiation FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON negotiation FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON negotiation FOR EACH ROW EXECUTE FUNCTION owned_by_id();

-- ---------------------------------------------------------------- notification
ALTER TABLE notification ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT DELETE ON notification TO parley_guard, parley_leave;
GRANT INSERT (id, recipient_id, actor_id, kind, council_id, item_id, at) ON notification TO parley_guard;
GRANT SELECT (recipient_id, actor_id, comment_id) ON notification TO parley_guard;
GRANT INSERT ON notification TO parley_identity;
GRANT SELECT ON notification TO parley_keeper;
GRANT INSERT (id, recipient_id, actor_id, kind, council_id) ON notification TO parley_leave;
GRANT SELECT (recipient_id) ON notification TO parley_leave;
GRANT SELECT, INSERT ON notification TO parley_user;
GRANT UPDATE (seen_at, mail_at, push_at) ON notification TO parley_user;
GRANT SELECT (id, recipient_id, kind, at, seen_at, letter_id, mail_at, push_bundle_id, push_at) ON notification TO parley_post;
GRANT UPDATE (letter_id, mail_at, push_bundle_id, push_at) ON notification TO parley_post;
CREATE POLICY actor_tells ON notification FOR INSERT TO parley_user
  WITH CHECK (actor_id = viewer() AND (recipient_id = viewer() OR sits_with(recipient_id) OR item_id IS NOT NULL
    AND owns_item(item_id) AND account_may_read(item_id, recipient_id)));
CREATE POLICY guard_finds ON notification FOR SELECT TO parley_guard USING (comment_id IS NOT NULL);
CREATE POLICY guard_takes_back ON notification FOR DELETE TO parley_guard USING (comment_id IS NOT NULL);
CREATE POLICY guard_tells ON notification FOR INSERT TO parley_guard
  WITH CHECK (kind::text = ANY (ARRAY['roundRevealed'::text, 'roundReminder'::text, 'overlapTold'::text]));
CREATE POLICY identity_tells ON notification FOR INSERT TO parley_identity
  WITH CHECK ((kind::text = ANY (ARRAY['joined'::text, 'left'::text])) OR kind::text = 'waysChanged'::text
    AND actor_id = recipient_id);
CREATE POLICY keeper_looks ON notification FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON notification FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON notification FOR SELECT TO parley_leave USING (true);
CREATE POLICY leaver_tells ON notification FOR INSERT TO parley_leave WITH CHECK (kind = 'left'::notification_kind);
CREATE POLICY post_looks ON notification FOR SELECT TO parley_post USING (true);
CREATE POLICY post_marks ON notification FOR UPDATE TO parley_post USING (true) WITH CHECK (true);
CREATE POLICY recipient_marks ON notification FOR UPDATE TO parley_user
  USING (recipient_id = viewer())
  WITH CHECK (recipient_id = viewer());
CREATE POLICY recipient_sees ON notification FOR SELECT TO parley_user
  USING (recipient_id = (SELECT viewer()) AND (thread_id IS NULL
    OR NOT (EXISTS (SELECT FROM held_talks() held(item_id, author_id, since, until) WHERE held.item_id = notification.item_id
    AND held.author_id = notification.actor_id AND notification.at >= held.since AND (held.until IS NULL
    OR notification.at <= held.until)))));

-- ---------------------------------------------------------------- objection
ALTER TABLE objection ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON objection TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON objection TO parley_user;
GRANT UPDATE (rank, rev, sealed) ON objection TO parley_user;
GRANT SELECT (id, negotiation_id) ON objection TO parley_door;
CREATE POLICY door_looks ON objection FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON objection FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON objection FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON objection FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON objection FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON objection FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON objection FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- offer
ALTER TABLE offer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON offer TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON offer TO parley_user;
GRANT UPDATE (rev, sealed, updated_at) ON offer TO parley_user;
CREATE POLICY keeper_looks ON offer FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON offer FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON offer FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON offer FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON offer FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_offers())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON offer FOR EACH ROW EXECUTE FUNCTION owned_by_id();

-- ---------------------------------------------------------------- offer_version
ALTER TABLE offer_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON offer_version TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON offer_version TO parley_user;
GRANT SELECT (id, offer_id) ON offer_version TO parley_door;
CREATE POLICY door_looks ON offer_version FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON offer_version FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON offer_version FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON offer_version FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON offer_version FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (offer_id = ANY ((SELECT reach_offers())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON offer_version FOR EACH ROW EXECUTE FUNCTION owned_by_offer_id();

-- ---------------------------------------------------------------- opportunity
ALTER TABLE opportunity ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON opportunity TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON opportunity TO parley_user;
GRANT UPDATE (stage, rev, sealed, updated_at) ON opportunity TO parley_user;
GRANT SELECT (id, stage, owner_id) ON opportunity TO parley_leave;
CREATE POLICY keeper_looks ON opportunity FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON opportunity FOR SELECT TO parley_leave USING (true);
CREATE POLICY owner_ends ON opportunity FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON opportunity FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON opportunity FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON opportunity FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_roots())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON opportunity FOR EACH ROW EXECUTE FUNCTION owned_by_id();

-- ---------------------------------------------------------------- outcome
ALTER TABLE outcome ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON outcome TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON outcome TO parley_user;
GRANT UPDATE (kind, "on", rev, sealed) ON outcome TO parley_user;
CREATE POLICY keeper_looks ON outcome FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON outcome FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON outcome FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON outcome FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON outcome FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON outcome FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- overlap
ALTER TABLE overlap ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON overlap TO parley_guard;
GRANT UPDATE (told_at) ON overlap TO parley_guard;
GRANT SELECT ON overlap TO parley_keeper, parley_user;
GRANT INSERT (council_id, account_id, marks, looked_at) ON overlap TO parley_user;
GRANT UPDATE (marks, looked_at) ON overlap TO parley_user;
CREATE POLICY guard_tells ON overlap FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON overlap FOR SELECT TO parley_keeper USING (true);
CREATE POLICY own_changes ON overlap FOR UPDATE TO parley_user
  USING (account_id = viewer() AND in_council(council_id))
  WITH CHECK (account_id = viewer());
CREATE POLICY own_looks ON overlap FOR INSERT TO parley_user WITH CHECK (account_id = viewer() AND in_council(council_id));
CREATE POLICY own_sees ON overlap FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));
CREATE TRIGGER tells AFTER INSERT OR UPDATE OF marks ON overlap FOR EACH ROW EXECUTE FUNCTION tell_overlap();

-- ---------------------------------------------------------------- passkey
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON passkey TO parley_identity;
GRANT UPDATE (counter, used_at, doubted_at) ON passkey TO parley_identity;
GRANT SELECT ON passkey TO parley_keeper;
GRANT SELECT (id, account_id, sealed, created_at, used_at) ON passkey TO parley_user;
CREATE POLICY identity_works ON passkey FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON passkey FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_sees ON passkey FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- password
ALTER TABLE password ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON password TO parley_identity;
GRANT UPDATE (hash, changed_at) ON password TO parley_identity;
GRANT SELECT ON password TO parley_keeper;
CREATE POLICY identity_works ON password FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON password FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- presence
ALTER TABLE presence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT DELETE ON presence TO parley_guard;
GRANT SELECT (council_id, account_id) ON presence TO parley_guard;
GRANT SELECT ON presence TO parley_keeper;
GRANT SELECT, INSERT ON presence TO parley_user;
GRANT UPDATE (rev, sealed) ON presence TO parley_user;
CREATE POLICY guard_ends ON presence FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON presence FOR SELECT TO parley_keeper USING (true);
CREATE POLICY member_corrects ON presence FOR UPDATE TO parley_user
  USING (account_id = viewer() AND in_council(council_id))
  WITH CHECK (account_id = viewer());
CREATE POLICY member_says ON presence FOR INSERT TO parley_user WITH CHECK (account_id = viewer() AND in_council(council_id));
CREATE POLICY member_sees ON presence FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));

-- ---------------------------------------------------------------- proof
ALTER TABLE proof ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON proof TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON proof TO parley_user;
GRANT UPDATE (rev, sealed) ON proof TO parley_user;
CREATE POLICY keeper_looks ON proof FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON proof FOR ALL TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));

-- ---------------------------------------------------------------- pulse
ALTER TABLE pulse ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON pulse TO parley_keeper;
GRANT SELECT, INSERT ON pulse TO parley_user;
GRANT UPDATE (rev, sealed) ON pulse TO parley_user;
GRANT SELECT (meeting_id, account_id, council_id) ON pulse TO parley_guard;
GRANT UPDATE (council_id) ON pulse TO parley_guard;
CREATE POLICY guard_closes ON pulse FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON pulse FOR SELECT TO parley_keeper USING (true);
CREATE POLICY member_corrects ON pulse FOR UPDATE TO parley_user
  USING (account_id = viewer() AND council_id IS NOT NULL)
  WITH CHECK (account_id = viewer());
CREATE POLICY member_gives ON pulse FOR INSERT TO parley_user
  WITH CHECK (account_id = viewer() AND in_council(council_id) AND (EXISTS (SELECT FROM meeting m WHERE m.id = pulse.meeting_id
    AND m.council_id = pulse.council_id AND m.ended_at IS NULL)));
CREATE POLICY table_sees ON pulse FOR SELECT TO parley_user
  USING (account_id = (SELECT viewer()) OR (council_id = ANY ((SELECT reach_councils())::uuid[])));

-- ---------------------------------------------------------------- push
ALTER TABLE push ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON push TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON push TO parley_user;
GRANT SELECT (id, account_id, session_id) ON push TO parley_guard;
CREATE POLICY guard_looks ON push FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON push FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_alone ON push FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- reach_key
ALTER TABLE reach_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON reach_key TO parley_guard, parley_keeper;
CREATE POLICY guard_looks ON reach_key FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON reach_key FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- reaction
ALTER TABLE reaction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON reaction TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON reaction TO parley_user;
GRANT UPDATE (at, sealed) ON reaction TO parley_user;
CREATE POLICY author_changes ON reaction FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_item(item_id))
  WITH CHECK (author_id = viewer());
CREATE POLICY author_takes_back ON reaction FOR DELETE TO parley_user USING (author_id = viewer());
CREATE POLICY keeper_looks ON reaction FOR SELECT TO parley_keeper USING (true);
CREATE POLICY reader_reacts ON reaction FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND (thread_id IS NULL AND target_id = item_id AND may_read_item(item_id)
    OR may_read_thread(thread_id) AND (EXISTS (SELECT FROM thread t WHERE t.id = reaction.thread_id
    AND t.item_id = reaction.item_id))));
CREATE POLICY reader_sees ON reaction FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[]))
    AND (author_id = ANY ((SELECT reach_heard())::uuid[])) AND (thread_id IS NULL
    OR (EXISTS (SELECT FROM thread t WHERE t.id = reaction.thread_id)))
    AND NOT (EXISTS (SELECT FROM held_talks() held(item_id, author_id, since, until) WHERE held.item_id = reaction.item_id
    AND held.author_id = reaction.author_id AND reaction.at >= held.since AND (held.until IS NULL OR reaction.at <= held.until))));
CREATE TRIGGER owned BEFORE INSERT ON reaction FOR EACH ROW EXECUTE FUNCTION owned_by_item_id();

-- ---------------------------------------------------------------- read
ALTER TABLE read ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON read TO parley_guard, parley_keeper;
GRANT DELETE ON read TO parley_leave;
GRANT SELECT (author_id, owner_id) ON read TO parley_leave;
GRANT SELECT, INSERT ON read TO parley_user;
GRANT UPDATE (rev, sealed) ON read TO parley_user;
CREATE POLICY author_replaces ON read FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_item(debrief_id) AND debrief_reads(debrief_id) = 'open'::reads_state)
  WITH CHECK (author_id = viewer());
CREATE POLICY blind ON read FOR SELECT TO parley_user
  USING (author_id = (SELECT viewer())
    OR ((debrief_id, author_id) IN (SELECT shown.debrief_id, shown.author_id FROM revealed_reads() shown(debrief_id, author_id))));
CREATE POLICY guard_looks ON read FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON read FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON read FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON read FOR SELECT TO parley_leave USING (true);
CREATE POLICY reader_seals ON read FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND may_read_item(debrief_id) AND (debrief_reads(debrief_id) = 'open'::reads_state
    OR debrief_reads(debrief_id) = 'unasked'::reads_state AND owns_item(debrief_id)));
CREATE TRIGGER owned BEFORE INSERT ON read FOR EACH ROW EXECUTE FUNCTION owned_by_debrief_id();
CREATE TRIGGER read_turns BEFORE INSERT ON read FOR EACH ROW EXECUTE FUNCTION read_turns();

-- ---------------------------------------------------------------- receipt
ALTER TABLE receipt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT DELETE ON receipt TO parley_identity, parley_leave;
GRANT SELECT (created_at) ON receipt TO parley_identity;
GRANT SELECT ON receipt TO parley_keeper;
GRANT SELECT (account_id) ON receipt TO parley_leave;
GRANT SELECT, INSERT, DELETE ON receipt TO parley_user;
GRANT UPDATE (answer) ON receipt TO parley_user;
CREATE POLICY identity_finds_old ON receipt FOR SELECT TO parley_identity
  USING (created_at < ((SELECT moment() - '2 days'::interval)));
CREATE POLICY identity_sweeps ON receipt FOR DELETE TO parley_identity
  USING (created_at < ((SELECT moment() - '2 days'::interval)));
CREATE POLICY keeper_looks ON receipt FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON receipt FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON receipt FOR SELECT TO parley_leave USING (true);
CREATE POLICY own_receipts ON receipt FOR ALL TO parley_user
  USING (account_id = (SELECT viewer()))
  WITH CHECK (account_id = (SELECT viewer()));

-- ---------------------------------------------------------------- recovery_code
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON recovery_code TO parley_identity;
GRANT UPDATE (used_at) ON recovery_code TO parley_identity;
GRANT SELECT ON recovery_code TO parley_keeper;
CREATE POLICY identity_works ON recovery_code FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON recovery_code FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- rehearsal
ALTER TABLE rehearsal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON rehearsal TO parley_guard, parley_keeper;
GRANT SELECT, INSERT, DELETE ON rehearsal TO parley_user;
GRANT UPDATE (state, step, step_at, silent_at, started_at, ended_at) ON rehearsal TO parley_user;
GRANT SELECT (id, negotiation_id, owner_id, peer_id) ON rehearsal TO parley_door;
CREATE POLICY door_looks ON rehearsal FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON rehearsal FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON rehearsal FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_asks ON rehearsal FOR INSERT TO parley_user
  WITH CHECK (owner_id = (SELECT viewer()) AND (peer_id IS NULL OR peer_id <> viewer()
    AND account_may_read(negotiation_id, peer_id)));
CREATE POLICY owner_ends ON rehearsal FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY pair_plays ON rehearsal FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()) OR peer_id = (SELECT viewer())
    AND (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])))
  WITH CHECK (owner_id = (SELECT viewer()) OR peer_id = (SELECT viewer()));
CREATE POLICY pair_sees ON rehearsal FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR peer_id = (SELECT viewer())
    AND (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER goes_on BEFORE UPDATE OF state ON rehearsal FOR EACH ROW
  WHEN (old.state <> new.state)
  EXECUTE FUNCTION rehearsal_goes_on();
CREATE TRIGGER opens AFTER UPDATE OF state ON rehearsal FOR EACH ROW
  WHEN (old.state = 'reflecting'::rehearsal_state AND new.state = 'opened'::rehearsal_state)
  EXECUTE FUNCTION open_notes();
CREATE TRIGGER owned BEFORE INSERT ON rehearsal FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();
CREATE TRIGGER parts BEFORE DELETE ON rehearsal FOR EACH ROW WHEN (old.peer_id IS NOT NULL) EXECUTE FUNCTION remember_peer();

-- ---------------------------------------------------------------- rehearsal_line
ALTER TABLE rehearsal_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON rehearsal_line TO parley_keeper;
GRANT SELECT, INSERT ON rehearsal_line TO parley_user;
CREATE POLICY keeper_looks ON rehearsal_line FOR SELECT TO parley_keeper USING (true);
CREATE POLICY pair_logs ON rehearsal_line FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND (EXISTS (SELECT FROM rehearsal r WHERE r.id = rehearsal_line.rehearsal_id
    AND r.negotiation_id = rehearsal_line.negotiation_id AND NOT r.peer_id IS DISTINCT FROM rehearsal_line.peer_id
    AND r.state = 'live'::rehearsal_state)));
CREATE POLICY pair_sees ON rehearsal_line FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR peer_id = (SELECT viewer())
    AND (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON rehearsal_line FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- rehearsal_note
ALTER TABLE rehearsal_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON rehearsal_note TO parley_keeper;
GRANT DELETE ON rehearsal_note TO parley_leave;
GRANT SELECT (author_id, owner_id, opened) ON rehearsal_note TO parley_leave;
GRANT SELECT, INSERT ON rehearsal_note TO parley_user;
GRANT UPDATE (rev, sealed) ON rehearsal_note TO parley_user;
GRANT SELECT (rehearsal_id, author_id, kind, negotiation_id, owner_id, peer_id) ON rehearsal_note TO parley_guard;
GRANT UPDATE (opened) ON rehearsal_note TO parley_guard;
CREATE POLICY author_replaces ON rehearsal_note FOR UPDATE TO parley_user
  USING (author_id = viewer() AND NOT opened AND (EXISTS (SELECT FROM rehearsal r WHERE r.id = rehearsal_note.rehearsal_id
    AND (rehearsal_note.kind = 'brief'::rehearsal_note_kind
    AND (r.state = ANY (ARRAY['asked'::rehearsal_state, 'ready'::rehearsal_state]))
    OR rehearsal_note.kind = 'answer'::rehearsal_note_kind AND r.state = 'reflecting'::rehearsal_state))))
  WITH CHECK (author_id = viewer() AND NOT opened);
CREATE POLICY author_writes ON rehearsal_note FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND NOT opened AND (EXISTS (SELECT FROM rehearsal r WHERE r.id = rehearsal_note.rehearsal_id
    AND r.negotiation_id = rehearsal_note.negotiation_id AND NOT r.peer_id IS DISTINCT FROM rehearsal_note.peer_id
    AND (rehearsal_note.kind = 'brief'::rehearsal_note_kind AND r.peer_id = viewer()
    AND (r.state = ANY (ARRAY['asked'::rehearsal_state, 'ready'::rehearsal_state]))
    OR rehearsal_note.kind = 'answer'::rehearsal_note_kind AND r.state = 'reflecting'::rehearsal_state))));
CREATE POLICY blind ON rehearsal_note FOR SELECT TO parley_user
  USING ((opened OR author_id = (SELECT viewer())) AND (owner_id = (SELECT viewer()) OR peer_id = (SELECT viewer())
    AND (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[]))));
CREATE POLICY guard_opens ON rehearsal_note FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON rehearsal_note FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON rehearsal_note FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON rehearsal_note FOR SELECT TO parley_leave USING (true);
CREATE TRIGGER owned BEFORE INSERT ON rehearsal_note FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- reset_token
ALTER TABLE reset_token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON reset_token TO parley_identity;
GRANT UPDATE (used_at) ON reset_token TO parley_identity;
GRANT SELECT ON reset_token TO parley_keeper;
CREATE POLICY identity_works ON reset_token FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON reset_token FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- round
ALTER TABLE round ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON round TO parley_guard, parley_keeper;
GRANT UPDATE (state, revealed_at, reminded_at) ON round TO parley_guard;
GRANT SELECT, INSERT, DELETE ON round TO parley_user;
GRANT UPDATE (state, quorum, named, deadline_at, opened_at, revealed_at, rev, sealed, updated_at, cancelled_at) ON round TO parley_user;
CREATE POLICY guard_looks ON round FOR SELECT TO parley_guard USING (true);
CREATE POLICY guard_reveals ON round FOR UPDATE TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON round FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON round FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON round FOR INSERT TO parley_user
  WITH CHECK (owner_id = (SELECT viewer()) AND owns_item(negotiation_id));
CREATE POLICY owner_writes ON round FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON round FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_rounds())::uuid[])));
CREATE TRIGGER asked_when_opened AFTER UPDATE OF state ON round FOR EACH ROW
  WHEN (new.state = 'open'::round_state AND old.state <> 'open'::round_state)
  EXECUTE FUNCTION note_asked();
CREATE TRIGGER frozen AFTER UPDATE OF state ON round FOR EACH ROW
  WHEN (new.state = 'revealed'::round_state AND old.state = 'open'::round_state)
  EXECUTE FUNCTION freeze_counters();
CREATE TRIGGER owned BEFORE INSERT ON round FOR EACH ROW EXECUTE FUNCTION owned_by_id();
CREATE TRIGGER reveals AFTER UPDATE OF state ON round FOR EACH ROW
  WHEN (new.state = 'revealed'::round_state AND old.state <> 'revealed'::round_state AND viewer() IS NULL)
  EXECUTE FUNCTION tell_reveal();
CREATE TRIGGER round_ended AFTER DELETE ON round FOR EACH ROW EXECUTE FUNCTION end_round_item();

-- ---------------------------------------------------------------- script_version
ALTER TABLE script_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON script_version TO parley_keeper;
GRANT SELECT, INSERT ON script_version TO parley_user;
CREATE POLICY keeper_looks ON script_version FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_makes ON script_version FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_sees ON script_version FOR SELECT TO parley_user USING (owner_id = (SELECT viewer()));
CREATE TRIGGER owned BEFORE INSERT ON script_version FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- sealed_counter
ALTER TABLE sealed_counter ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON sealed_counter TO parley_guard, parley_keeper;
GRANT UPDATE (frozen) ON sealed_counter TO parley_guard;
GRANT DELETE ON sealed_counter TO parley_leave;
GRANT SELECT (author_id, owner_id, frozen) ON sealed_counter TO parley_leave;
GRANT SELECT, INSERT ON sealed_counter TO parley_user;
GRANT UPDATE (rev, sealed, abstained) ON sealed_counter TO parley_user;
CREATE POLICY author_replaces ON sealed_counter FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_item(round_id) AND (round_stands(round_id) = 'open'::round_state
    OR round_stands(round_id) = 'draft'::round_state AND owns_item(round_id)))
  WITH CHECK (author_id = viewer() AND NOT late);
CREATE POLICY blind ON sealed_counter FOR SELECT TO parley_user
  USING (author_id = (SELECT viewer())
    OR ((round_id, author_id) IN (SELECT shown.round_id, shown.author_id FROM revealed_counters() shown(round_id, author_id))));
CREATE POLICY guard_freezes ON sealed_counter FOR UPDATE TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY guard_looks ON sealed_counter FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON sealed_counter FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON sealed_counter FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON sealed_counter FOR SELECT TO parley_leave USING (true);
CREATE POLICY reader_seals ON sealed_counter FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND may_read_item(round_id) AND (NOT late AND (round_stands(round_id) = 'open'::round_state
    OR round_stands(round_id) = 'draft'::round_state AND owns_item(round_id)) OR late
    AND round_stands(round_id) = 'revealed'::round_state));
CREATE TRIGGER owned BEFORE INSERT ON sealed_counter FOR EACH ROW EXECUTE FUNCTION owned_by_round_id();
CREATE TRIGGER seat_turns BEFORE INSERT ON sealed_counter FOR EACH ROW EXECUTE FUNCTION seat_turns();

-- ---------------------------------------------------------------- sealing_key
ALTER TABLE sealing_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON sealing_key TO parley_identity;
GRANT SELECT ON sealing_key TO parley_keeper;
GRANT UPDATE (wrapped, canary_id) ON sealing_key TO parley_keeper;
GRANT DELETE ON sealing_key TO parley_leave;
GRANT SELECT (owner_id) ON sealing_key TO parley_leave;
GRANT SELECT, INSERT ON sealing_key TO parley_user;
CREATE POLICY founder_makes ON sealing_key FOR INSERT TO parley_user WITH CHECK (is_fresh_owner(owner_id));
CREATE POLICY identity_works ON sealing_key FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON sealing_key FOR SELECT TO parley_keeper USING (true);
CREATE POLICY keeper_rewraps ON sealing_key FOR UPDATE TO parley_keeper USING (true) WITH CHECK (true);
CREATE POLICY leaver_ends ON sealing_key FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON sealing_key FOR SELECT TO parley_leave USING (true);
CREATE POLICY person_unwraps ON sealing_key FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (owner_id = ANY ((SELECT reach_keys())::uuid[])));

-- ---------------------------------------------------------------- seats_due
ALTER TABLE seats_due ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON seats_due TO parley_guard;
GRANT SELECT ON seats_due TO parley_keeper;
CREATE POLICY guard_counts ON seats_due FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON seats_due FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- session
ALTER TABLE session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON session TO parley_identity;
GRANT UPDATE (seen_at, expires_at) ON session TO parley_identity;
GRANT SELECT ON session TO parley_keeper;
GRANT SELECT (id, account_id, seen_at, expires_at, ends_at) ON session TO parley_door;
GRANT SELECT (id, expires_at) ON session TO parley_guard;
CREATE POLICY door_looks ON session FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON session FOR SELECT TO parley_guard USING (true);
CREATE POLICY identity_works ON session FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON session FOR SELECT TO parley_keeper USING (true);
CREATE TRIGGER rings AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION ring_ended();

-- ---------------------------------------------------------------- share
ALTER TABLE share ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON share TO parley_guard, parley_keeper;
GRANT SELECT, INSERT ON share TO parley_user;
GRANT UPDATE (revoked_at) ON share TO parley_user;
GRANT SELECT (id, item_id, council_id, reader_id, levels, created_at, expires_at, revoked_at) ON share TO parley_door;
CREATE POLICY door_looks ON share FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON share FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON share FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_changes ON share FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_shares ON share FOR INSERT TO parley_user
  WITH CHECK (owner_id = (SELECT viewer()) AND in_council(council_id) AND NOT asked_elsewhere(item_id, council_id)
    AND (reader_id IS NULL OR (EXISTS (SELECT FROM membership seat WHERE seat.council_id = share.council_id
    AND seat.account_id = share.reader_id AND seat.state = 'active'::membership_state))));
CREATE POLICY reader_sees ON share FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (id = ANY ((SELECT reach_shares())::uuid[])));
CREATE TRIGGER asked_when_shared AFTER INSERT OR UPDATE ON share FOR EACH ROW
  WHEN (new.kind = 'round'::item_kind)
  EXECUTE FUNCTION note_asked();
CREATE TRIGGER owned BEFORE INSERT ON share FOR EACH ROW EXECUTE FUNCTION shares_an_item();
CREATE TRIGGER reach_changed AFTER INSERT OR DELETE OR UPDATE ON share FOR EACH STATEMENT EXECUTE FUNCTION reach_changed();

-- ---------------------------------------------------------------- slow_statement
-- outside the walls: no row-level security
GRANT SELECT ON slow_statement TO parley_keeper;
CREATE POLICY keeper_looks ON slow_statement FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- stage_change
ALTER TABLE stage_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON stage_change TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON stage_change TO parley_user;
GRANT UPDATE (stage, "on", at) ON stage_change TO parley_user;
GRANT SELECT (opportunity_id, stage, at) ON stage_change TO parley_leave;
CREATE POLICY keeper_looks ON stage_change FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON stage_change FOR SELECT TO parley_leave USING (true);
CREATE POLICY owner_ends ON stage_change FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON stage_change FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON stage_change FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON stage_change FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (opportunity_id = ANY ((SELECT reach_opportunities())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON stage_change FOR EACH ROW EXECUTE FUNCTION owned_by_opportunity_id();

-- ---------------------------------------------------------------- suggestion
ALTER TABLE suggestion ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON suggestion TO parley_keeper;
GRANT SELECT, INSERT ON suggestion TO parley_user;
GRANT UPDATE (state, rev, sealed) ON suggestion TO parley_user;
CREATE POLICY keeper_looks ON suggestion FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_answers ON suggestion FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON suggestion FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[]))
    AND ((starter_id = ANY ((SELECT reach_heard())::uuid[]))
    OR (EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = suggestion.starter_id
    AND suggestion.begun_at <= heard.until)))
    AND NOT (EXISTS (SELECT FROM held_talks() held(item_id, author_id, since, until) WHERE held.item_id = suggestion.item_id
    AND held.author_id = suggestion.starter_id AND suggestion.begun_at >= held.since AND (held.until IS NULL
    OR suggestion.begun_at <= held.until))));
CREATE POLICY reader_suggests ON suggestion FOR INSERT TO parley_user
  WITH CHECK (starter_id = viewer() AND may_read_thread(thread_id));
CREATE TRIGGER owned BEFORE INSERT ON suggestion FOR EACH ROW EXECUTE FUNCTION placed_in_thread();

-- ---------------------------------------------------------------- term
ALTER TABLE term ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON term TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON term TO parley_user;
GRANT UPDATE (rank, state, rev, sealed) ON term TO parley_user;
GRANT SELECT (id, negotiation_id) ON term TO parley_door;
CREATE POLICY door_looks ON term FOR SELECT TO parley_door USING (true);
CREATE POLICY keeper_looks ON term FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON term FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON term FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON term FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON term FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON term FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- thread
ALTER TABLE thread ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON thread TO parley_guard, parley_keeper;
GRANT SELECT, INSERT ON thread TO parley_user;
GRANT UPDATE (resolved_at, resolved_by_id) ON thread TO parley_user;
GRANT SELECT (id, item_id, starter_id, created_at) ON thread TO parley_door;
CREATE POLICY door_looks ON thread FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON thread FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON thread FOR SELECT TO parley_keeper USING (true);
CREATE POLICY reader_sees ON thread FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[]))
    AND ((starter_id = ANY ((SELECT reach_heard())::uuid[]))
    OR (EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = thread.starter_id
    AND thread.created_at <= heard.until)))
    AND (NOT (EXISTS (SELECT FROM held_talks() held(item_id, author_id, since, until) WHERE held.item_id = thread.item_id
    AND held.author_id = thread.starter_id AND thread.created_at >= held.since AND (held.until IS NULL
    OR thread.created_at <= held.until))) OR (id = ANY ((SELECT answered_talks())::uuid[]))));
CREATE POLICY reader_settles ON thread FOR UPDATE TO parley_user
  USING (may_discuss_item(item_id) AND (starter_id = (SELECT viewer()) OR owner_id = (SELECT viewer())))
  WITH CHECK (may_discuss_item(item_id) AND (resolved_by_id IS NULL OR resolved_by_id = viewer()));
CREATE POLICY reader_starts ON thread FOR INSERT TO parley_user WITH CHECK (starter_id = viewer() AND may_discuss_item(item_id));
CREATE TRIGGER owned BEFORE INSERT ON thread FOR EACH ROW EXECUTE FUNCTION owned_by_item_id();

-- ---------------------------------------------------------------- tick
ALTER TABLE tick ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON tick TO parley_keeper;
GRANT SELECT, INSERT, DELETE ON tick TO parley_user;
GRANT UPDATE (at) ON tick TO parley_user;
CREATE POLICY keeper_looks ON tick FOR SELECT TO parley_keeper USING (true);
CREATE POLICY owner_ends ON tick FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON tick FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_writes ON tick FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON tick FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE TRIGGER owned BEFORE INSERT ON tick FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- totp
ALTER TABLE totp ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON totp TO parley_identity;
GRANT UPDATE (confirmed_at, last_step) ON totp TO parley_identity;
GRANT SELECT ON totp TO parley_keeper;
CREATE POLICY identity_works ON totp FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY keeper_looks ON totp FOR SELECT TO parley_keeper USING (true);

-- ---------------------------------------------------------------- view_log
ALTER TABLE view_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON view_log TO parley_keeper;
GRANT SELECT, INSERT ON view_log TO parley_user;
GRANT SELECT (item_id, reader_id) ON view_log TO parley_door;
GRANT SELECT (item_id, reader_id, attachment_id) ON view_log TO parley_guard;
GRANT SELECT (reader_id, owner_id) ON view_log TO parley_leave;
CREATE POLICY door_looks ON view_log FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON view_log FOR SELECT TO parley_guard USING (true);
CREATE POLICY keeper_looks ON view_log FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_looks ON view_log FOR SELECT TO parley_leave USING (true);
CREATE POLICY owner_sees ON view_log FOR SELECT TO parley_user
  USING (reader_id = (SELECT viewer()) OR owner_id = (SELECT viewer()));
CREATE POLICY reader_signs ON view_log FOR INSERT TO parley_user
  WITH CHECK (reader_id = viewer() AND may_read_item(item_id) AND (attachment_id IS NULL
    OR may_open_attachment(attachment_id, item_id)));
CREATE TRIGGER owned BEFORE INSERT ON view_log FOR EACH ROW EXECUTE FUNCTION owned_by_item_id();
CREATE TRIGGER reach_changed AFTER INSERT OR DELETE OR UPDATE ON view_log FOR EACH STATEMENT EXECUTE FUNCTION reach_changed();

-- ---------------------------------------------------------------- walk_away
ALTER TABLE walk_away ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON walk_away TO parley_keeper;
GRANT DELETE ON walk_away TO parley_leave;
GRANT SELECT (owner_id) ON walk_away TO parley_leave;
GRANT SELECT, INSERT, DELETE ON walk_away TO parley_user;
GRANT UPDATE (rev, sealed) ON walk_away TO parley_user;
CREATE POLICY keeper_looks ON walk_away FOR SELECT TO parley_keeper USING (true);
CREATE POLICY leaver_ends ON walk_away FOR DELETE TO parley_leave USING (true);
CREATE POLICY leaver_looks ON walk_away FOR SELECT TO parley_leave USING (true);
CREATE POLICY owner_alone ON walk_away FOR ALL TO parley_user
  USING (owner_id = (SELECT viewer()))
  WITH CHECK (owner_id = (SELECT viewer()));
CREATE TRIGGER owned BEFORE INSERT ON walk_away FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- ---------------------------------------------------------------- functions

CREATE OR REPLACE FUNCTION public.account_may_read(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT may_read_item(wanted) AND (owns_item(wanted) OR sits_with(account)) AND reads_item(wanted, account) $function$;
ALTER FUNCTION account_may_read(uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION account_may_read(uuid,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_may_read(uuid,uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.answer_stands(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE
AS $function$ SELECT EXISTS (SELECT FROM round r JOIN share s ON s.item_id = r.id JOIN council c ON c.id = s.council_id
     JOIN membership m ON m.council_id = s.council_id AND m.account_id = account
       AND (m.state IN ('active', 'alumnus') OR (m.state = 'left' AND m.ended_at >= c.closed_at) OR m.ended_at >= r.deadline_at)
     WHERE r.id = wanted) $function$;
ALTER FUNCTION answer_stands(uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION answer_stands(uuid,uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.answered_talks() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT t.id), '{}')
    FROM held_talks() begun JOIN thread t ON t.item_id = begun.item_id AND t.starter_id = begun.author_id
    JOIN comment c ON c.thread_id = t.id AND c.author_id = t.owner_id
    WHERE t.item_id = ANY ((SELECT reach_talks())::uuid[])
      AND (c.author_id = ANY ((SELECT reach_heard())::uuid[])
        OR EXISTS (SELECT FROM heard_before() heard WHERE heard.id = c.author_id AND c.created_at <= heard.until))
      AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = c.item_id AND held.author_id = c.author_id
        AND (c.created_at >= held.since OR c.edited_at >= held.since) AND (held.until IS NULL OR c.created_at <= held.until)));
END $function$;
ALTER FUNCTION answered_talks() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION answered_talks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answered_talks() TO parley_user;

CREATE OR REPLACE FUNCTION public.answerers(wanted uuid, owner uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
AS $function$ SELECT owner
   UNION ALL
   SELECT m.account_id FROM share s
   JOIN council c ON c.id = s.council_id
   JOIN membership m ON m.council_id = s.council_id AND (s.reader_id IS NULL OR s.reader_id = m.account_id)
     AND (m.state IN ('active', 'alumnus') OR (m.state = 'left' AND m.ended_at >= c.closed_at))
   WHERE s.item_id = wanted
     AND (m.account_id = viewer() OR owner = viewer() OR m.account_id = ANY ((SELECT reach_people())::uuid[])) $function$;
ALTER FUNCTION answerers(uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION answerers(uuid,uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.asked_elsewhere(wanted uuid, council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM item i JOIN share s ON s.item_id = i.id JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
     JOIN membership o ON o.council_id = s.council_id AND o.account_id = i.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
     WHERE i.id = wanted AND i.kind IN ('round', 'debrief') AND s.council_id <> council
       AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())) $function$;
ALTER FUNCTION asked_elsewhere(uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION asked_elsewhere(uuid,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asked_elsewhere(uuid,uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.asked_in(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT a.account_id FROM asked a JOIN round r ON r.id = a.round_id
   WHERE a.round_id = wanted AND r.owner_id = viewer() ORDER BY a.account_id $function$;
ALTER FUNCTION asked_in(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION asked_in(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asked_in(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.asked_seats(wanted uuid) RETURNS TABLE(account_id uuid, sealed boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT reader.id, reader.id IS NOT NULL AND EXISTS (SELECT FROM sealed_counter s
     WHERE s.round_id = wanted AND s.author_id = a.account_id AND NOT s.late
       AND (s.shown_at <= moment() OR s.author_id = viewer()))
   FROM asked a LEFT JOIN item_readers(wanted) AS reader(id) ON reader.id = a.account_id
   WHERE a.round_id = wanted AND EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
   ORDER BY reader.id $function$;
ALTER FUNCTION asked_seats(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION asked_seats(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asked_seats(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.chairs_council(council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM membership m WHERE m.council_id = council AND m.account_id = viewer() AND m.state = 'active' AND m.role = 'moderator') $function$;
ALTER FUNCTION chairs_council(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION chairs_council(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chairs_council(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.close_pulses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN UPDATE pulse p SET council_id = NULL WHERE p.meeting_id = NEW.id; RETURN NULL; END $function$;
ALTER FUNCTION close_pulses() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION close_pulses() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION close_pulses() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.count_answers(wanted uuid) RETURNS TABLE(asked integer, answered integer, given integer) LANGUAGE sql STABLE
AS $function$ SELECT count(*)::integer, count(s.author_id)::integer, (count(s.author_id) FILTER (WHERE NOT s.abstained))::integer
   FROM asked a LEFT JOIN sealed_counter s ON s.round_id = a.round_id AND s.author_id = a.account_id AND NOT s.late
     AND answer_stands(wanted, a.account_id)
   WHERE a.round_id = wanted $function$;
ALTER FUNCTION count_answers(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION count_answers(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.counters_due_before_end(leaver uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT count(*)::integer FROM sealed_counter s JOIN round r ON r.id = s.round_id CROSS JOIN LATERAL count_answers(r.id) t
   WHERE s.author_id = leaver AND s.author_id <> r.owner_id AND NOT s.late AND answer_stands(r.id, leaver)
     AND r.state = 'open' AND r.deadline_at <= moment() AND t.given >= r.quorum
     AND EXISTS (SELECT FROM item_audience(r.id) AS reader(id) WHERE reader.id <> r.owner_id) $function$;
ALTER FUNCTION counters_due_before_end(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION counters_due_before_end(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION counters_due_before_end(uuid) TO parley_leave;

CREATE OR REPLACE FUNCTION public.debrief_reads(wanted uuid) RETURNS reads_state LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT d.reads_state FROM debrief d WHERE d.id = wanted $function$;
ALTER FUNCTION debrief_reads(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION debrief_reads(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION debrief_reads(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.deliver(what text, people uuid[], items uuid[], openings uuid[], councils uuid[], reaches boolean[], press text) RETURNS void LANGUAGE plpgsql
AS $function$ DECLARE held integer; wanted integer; batch text;
BEGIN
  SELECT count(DISTINCT p.id) INTO wanted FROM unnest(people) AS p(id);
  IF wanted = 0 THEN RETURN; END IF;
  SELECT count(*) INTO held FROM (SELECT FROM inbox i WHERE i.account_id = ANY (people) ORDER BY i.account_id FOR UPDATE) AS rows;
  IF held < wanted THEN
    INSERT INTO inbox (account_id) SELECT DISTINCT p.id FROM unnest(people) AS p(id) ORDER BY 1 ON CONFLICT DO NOTHING;
    PERFORM FROM inbox i WHERE i.account_id = ANY (people) ORDER BY i.account_id FOR UPDATE;
  END IF;
  WITH given AS (
    SELECT g.*, row_number() OVER (PARTITION BY g.account ORDER BY g.place) AS step
    FROM unnest(people, items, openings, councils, reaches) WITH ORDINALITY AS g(account, item, opening, council, reached, place)),
  numbered AS (
    UPDATE inbox i SET seq = i.seq + n.steps FROM (SELECT g.account, max(g.step) AS steps FROM given g GROUP BY 1) n
    WHERE i.account_id = n.account RETURNING i.account_id, i.seq - n.steps AS before)
  INSERT INTO event (account_id, seq, what, item_id, opportunity_id, council_id, reached, press)
  SELECT g.account, n.before + g.step, deliver.what, g.item, g.opening, g.council, g.reached,
         CASE WHEN g.account = viewer() THEN deliver.press END
  FROM given g JOIN numbered n ON n.account_id = g.account;
  FOR batch IN SELECT string_agg(p.id::text, ',') FROM (
    SELECT d.id, (row_number() OVER () - 1) / 100 AS part FROM (SELECT DISTINCT q.id FROM unnest(people) AS q(id)) d) p GROUP BY p.part
  LOOP PERFORM pg_notify('parley_event', batch); END LOOP;
END $function$;
ALTER FUNCTION deliver(text,uuid[],uuid[],uuid[],uuid[],boolean[],text) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION deliver(text,uuid[],uuid[],uuid[],uuid[],boolean[],text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.departure_counts() RETURNS TABLE(opportunities integer, offers integer, negotiations integer, debriefs integer, comments integer, answers integer, notes integer, checklists integer, counters_kept integer, counters_gone integer, reads_gone integer, openings integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
ALTER FUNCTION departure_counts() OWNER TO parley_leave;
REVOKE ALL ON FUNCTION departure_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION departure_counts() TO parley_user;

CREATE OR REPLACE FUNCTION public.departure_seats() RETURNS TABLE(council_id uuid, others integer, chairs boolean, successor uuid, alone boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT m.council_id,
    (SELECT count(*) FROM membership o WHERE o.council_id = m.council_id AND o.state = 'active' AND o.account_id <> m.account_id)::integer,
    m.role = 'moderator',
    (SELECT o.account_id FROM membership o WHERE o.council_id = m.council_id AND o.state = 'active' AND o.account_id <> m.account_id
      ORDER BY o.joined_at, o.account_id LIMIT 1),
    NOT EXISTS (SELECT FROM membership o WHERE o.council_id = m.council_id AND o.account_id <> m.account_id)
  FROM membership m WHERE m.account_id = viewer() AND m.state = 'active' ORDER BY m.joined_at, m.council_id
$function$;
ALTER FUNCTION departure_seats() OWNER TO parley_leave;
REVOKE ALL ON FUNCTION departure_seats() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION departure_seats() TO parley_user;

CREATE OR REPLACE FUNCTION public.due_landings() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT l.account_id FROM landing l CROSS JOIN LATERAL (SELECT landing_moment(l.account_id) AS landed_at) m
  WHERE m.landed_at + make_interval(days => l.days) <= moment() AND l.since + interval '1 day' <= moment()
    AND EXISTS (SELECT FROM item i WHERE i.owner_id = l.account_id AND i.kind = 'offer' AND i.created_at <= m.landed_at)
  ORDER BY l.account_id LIMIT 100
$function$;
ALTER FUNCTION due_landings() OWNER TO parley_leave;
REVOKE ALL ON FUNCTION due_landings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION due_landings() TO parley_clock;

CREATE OR REPLACE FUNCTION public.end_account(leaver uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(leaver::text, 30));
  IF NOT EXISTS (SELECT FROM account WHERE id = leaver) THEN RETURN false; END IF;
  PERFORM reveal_due_before_end(leaver);
  PERFORM end_seats(leaver);
  DELETE FROM read WHERE author_id = leaver AND owner_id <> leaver;
  DELETE FROM sealed_counter WHERE author_id = leaver AND owner_id <> leaver AND NOT frozen;
  DELETE FROM rehearsal_note WHERE author_id = leaver AND owner_id <> leaver AND NOT opened;
  DELETE FROM invitation WHERE used_by_id = leaver OR address_hash = (SELECT email_hash FROM account WHERE id = leaver);
  DELETE FROM walk_away WHERE owner_id = leaver;
  DELETE FROM notification WHERE recipient_id = leaver;
  DELETE FROM event WHERE account_id = leaver;
  DELETE FROM inbox WHERE account_id = leaver;
  DELETE FROM receipt WHERE account_id = leaver;
  DELETE FROM sealing_key WHERE owner_id = leaver;
  DELETE FROM account WHERE id = leaver;
  RETURN true;
END $function$;
ALTER FUNCTION end_account(uuid) OWNER TO parley_leave;
REVOKE ALL ON FUNCTION end_account(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_account(uuid) TO parley_identity;

CREATE OR REPLACE FUNCTION public.end_round_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN DELETE FROM item WHERE id = OLD.id AND kind = 'round'; RETURN NULL; END $function$;
ALTER FUNCTION end_round_item() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION end_round_item() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_round_item() TO parley_user;

CREATE OR REPLACE FUNCTION public.end_seats(leaver uuid) RETURNS void LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE seat record; heir uuid;
BEGIN
  FOR seat IN SELECT m.council_id, m.role FROM membership m WHERE m.account_id = leaver AND m.state = 'active' ORDER BY m.council_id LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(seat.council_id::text, 20));
    SELECT o.account_id INTO heir FROM membership o
      WHERE o.council_id = seat.council_id AND o.state = 'active' AND o.account_id <> leaver ORDER BY o.joined_at, o.account_id LIMIT 1;
    IF NOT EXISTS (SELECT FROM membership o WHERE o.council_id = seat.council_id AND o.account_id <> leaver) THEN
      DELETE FROM council WHERE id = seat.council_id;
      DELETE FROM sealing_key WHERE owner_id = seat.council_id;
      CONTINUE;
    END IF;
    IF heir IS NULL THEN
      UPDATE council SET closed_at = moment() WHERE id = seat.council_id AND closed_at IS NULL;
      UPDATE invitation SET revoked_at = moment() WHERE council_id = seat.council_id AND used_at IS NULL AND revoked_at IS NULL;
    ELSIF EXISTS (SELECT FROM membership m WHERE m.council_id = seat.council_id AND m.account_id = leaver AND m.role = 'moderator') THEN
      UPDATE membership SET role = 'moderator' WHERE council_id = seat.council_id AND account_id = heir;
    END IF;
    INSERT INTO notification (id, recipient_id, actor_id, kind, council_id)
      SELECT gen_random_uuid(), o.account_id, leaver, 'left', seat.council_id FROM membership o
      WHERE o.council_id = seat.council_id AND o.state = 'active' AND o.account_id <> leaver;
    UPDATE membership SET role = 'member', state = 'left', ended_at = moment() WHERE council_id = seat.council_id AND account_id = leaver;
  END LOOP;
  UPDATE membership SET farewell = NULL WHERE account_id = leaver;
END $function$;
ALTER FUNCTION end_seats(uuid) OWNER TO parley_leave;
REVOKE ALL ON FUNCTION end_seats(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.forget_reach() RETURNS void LANGUAGE plpgsql
AS $function$ DECLARE place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
BEGIN
  IF coalesce(current_setting(place || 'councils', true), '') || coalesce(current_setting(place || 'shares', true), '') = '' THEN
    RETURN;
  END IF;
  PERFORM set_config(place || name, '', true) FROM unnest(ARRAY[
    'councils', 'chairs', 'people', 'heard', 'keys', 'shares', 'items', 'roots', 'talks',
    'opportunities', 'missions', 'offers', 'negotiations', 'debriefs', 'rounds']) AS known(name);
END $function$;
ALTER FUNCTION forget_reach() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION forget_reach() FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.founds_council(council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM council c WHERE c.id = council AND c.founder_id = viewer())
      AND NOT EXISTS (SELECT FROM membership m WHERE m.council_id = council) $function$;
ALTER FUNCTION founds_council(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION founds_council(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION founds_council(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.freeze_counters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  UPDATE sealed_counter s SET frozen = true
  WHERE s.round_id = NEW.id AND NOT s.late AND (s.author_id = NEW.owner_id OR answer_stands(NEW.id, s.author_id));
  RETURN NULL;
END $function$;
ALTER FUNCTION freeze_counters() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION freeze_counters() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION freeze_counters() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.heard_before() RETURNS TABLE(id uuid, until timestamp with time zone) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT m.account_id, max(m.ended_at) FROM membership m
   WHERE m.council_id = ANY ((SELECT reach_councils())::uuid[]) AND m.state <> 'active' GROUP BY m.account_id $function$;
ALTER FUNCTION heard_before() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION heard_before() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION heard_before() TO parley_user;

CREATE OR REPLACE FUNCTION public.held_on(wanted uuid) RETURNS TABLE(author_id uuid, since timestamp with time zone, until timestamp with time zone) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  IF EXISTS (SELECT FROM item i WHERE i.id = wanted AND i.kind IN ('round', 'negotiation', 'offer', 'debrief')) THEN
    RETURN QUERY SELECT h.author_id, h.since, h.until FROM held_talks() h WHERE h.item_id = wanted;
  END IF;
END $function$;
ALTER FUNCTION held_on(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION held_on(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_on(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.held_talks() RETURNS TABLE(item_id uuid, author_id uuid, since timestamp with time zone, until timestamp with time zone) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ #variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT FROM asked a JOIN round r ON r.id = a.round_id
      WHERE a.account_id = viewer() AND (r.state = 'open' OR r.cancelled_at > moment() - interval '14 days'))
    AND NOT EXISTS (SELECT FROM membership seat JOIN share s ON s.council_id = seat.council_id AND s.kind = 'debrief'
      JOIN debrief d ON d.id = s.item_id AND d.reads_state = 'open' WHERE seat.account_id = viewer()) THEN
    RETURN;
  END IF;
  RETURN QUERY WITH mine AS (
       SELECT r.id, r.state, r.opened_at, r.revealed_at, r.cancelled_at, i.opportunity_id
       FROM asked a JOIN round r ON r.id = a.round_id JOIN item i ON i.id = r.id WHERE a.account_id = viewer()),
     open AS (SELECT m.id, m.opportunity_id, m.opened_at FROM mine m WHERE m.state = 'open'),
     waiting AS (
       SELECT r.id, i.opportunity_id, r.opened_at, r.cancelled_at, m.id IS NOT NULL AS mine
       FROM item i JOIN round r ON r.id = i.id AND r.state = 'cancelled' LEFT JOIN mine m ON m.id = r.id
       WHERE i.kind = 'round' AND i.opportunity_id IN (SELECT m.opportunity_id FROM mine m)
         AND NOT EXISTS (SELECT FROM mine m WHERE m.opportunity_id = i.opportunity_id AND m.revealed_at > r.cancelled_at)
         AND (EXISTS (SELECT FROM open o WHERE o.opportunity_id = i.opportunity_id)
           OR moment() < (SELECT max(m.cancelled_at) FROM mine m WHERE m.opportunity_id = i.opportunity_id) + interval '14 days')),
     stretch AS (
       SELECT o.opportunity_id, other.account_id, o.opened_at AS since, 'infinity'::timestamptz AS until
       FROM open o JOIN asked other ON other.round_id = o.id
       UNION ALL
       SELECT w.opportunity_id, other.account_id, w.opened_at, w.cancelled_at
       FROM waiting w JOIN asked other ON other.round_id = w.id
       WHERE w.mine OR EXISTS (SELECT FROM open o JOIN asked beside ON beside.round_id = o.id
         WHERE o.opportunity_id = w.opportunity_id AND beside.account_id = other.account_id))
     SELECT held.item_id, held.account_id, min(held.since), nullif(max(held.until), 'infinity') FROM (
       SELECT thing.id AS item_id, s.account_id, s.since, s.until
       FROM stretch s JOIN item thing ON thing.opportunity_id = s.opportunity_id
         AND thing.kind IN ('round', 'negotiation', 'offer', 'debrief')
       UNION ALL
       SELECT d.id, other.account_id, coalesce(d.asked_at, 'epoch'), 'infinity'
       FROM membership seat JOIN share s ON s.council_id = seat.council_id AND s.kind = 'debrief'
         JOIN debrief d ON d.id = s.item_id AND d.reads_state = 'open' AND d.owner_id <> viewer()
         JOIN membership other ON other.council_id = s.council_id AND other.account_id <> d.owner_id
       WHERE seat.account_id = viewer()) held
     WHERE held.account_id <> viewer() GROUP BY held.item_id, held.account_id;
END $function$;
ALTER FUNCTION held_talks() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION held_talks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_talks() TO parley_user;

CREATE OR REPLACE FUNCTION public.hold_comments(wanted uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT pg_advisory_xact_lock(hashtextextended('comments ' || wanted, 0));
   SELECT forget_reach();
   SELECT count(*) FROM comment c WHERE c.thread_id = wanted AND (SELECT may_read_thread(wanted)) $function$;
ALTER FUNCTION hold_comments(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION hold_comments(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_comments(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.hold_debrief(wanted uuid) RETURNS reads_state LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT FROM debrief d WHERE d.id = wanted AND (SELECT may_read_item(wanted)) FOR UPDATE;
   SELECT forget_reach();
   SELECT d.reads_state FROM debrief d WHERE d.id = wanted AND may_read_item(wanted) $function$;
ALTER FUNCTION hold_debrief(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION hold_debrief(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_debrief(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.hold_round(wanted uuid) RETURNS round_state LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT FROM round r WHERE r.id = wanted AND (SELECT may_read_item(wanted)) FOR UPDATE;
   SELECT forget_reach();
   SELECT r.state FROM round r WHERE r.id = wanted AND may_read_item(wanted) $function$;
ALTER FUNCTION hold_round(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION hold_round(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_round(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.hold_threads(wanted uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT pg_advisory_xact_lock(hashtextextended('threads ' || wanted, 0));
   SELECT forget_reach();
   SELECT count(*) FROM thread t WHERE t.item_id = wanted AND (SELECT may_discuss_item(wanted)) $function$;
ALTER FUNCTION hold_threads(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION hold_threads(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_threads(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.hold_turn(key bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT pg_advisory_xact_lock(key);
   SELECT forget_reach() $function$;
ALTER FUNCTION hold_turn(bigint) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION hold_turn(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_turn(bigint) TO parley_identity, parley_user;

CREATE OR REPLACE FUNCTION public.in_council(council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM membership m WHERE m.council_id = council AND m.account_id = viewer() AND m.state = 'active') $function$;
ALTER FUNCTION in_council(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION in_council(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION in_council(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.is_fresh_owner(owner uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT NOT EXISTS (SELECT FROM account a WHERE a.id = owner) AND NOT EXISTS (SELECT FROM council c WHERE c.id = owner) $function$;
ALTER FUNCTION is_fresh_owner(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION is_fresh_owner(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_fresh_owner(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.is_shown(item uuid) RETURNS boolean LANGUAGE sql STABLE
AS $function$ SELECT EXISTS (SELECT FROM round r WHERE r.id = item AND r.state IN ('revealed', 'closed'))
     OR EXISTS (SELECT FROM debrief d WHERE d.id = item AND d.reads_state = 'revealed') $function$;
ALTER FUNCTION is_shown(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION is_shown(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.item_audience(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
AS $function$ SELECT i.owner_id FROM item i WHERE i.id = wanted
   UNION
   SELECT r.account_id FROM share s
   JOIN membership o ON o.council_id = s.council_id AND o.account_id = s.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
   JOIN membership r ON r.council_id = s.council_id AND r.state = 'active'
   JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
   WHERE s.item_id = wanted AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
     AND (s.reader_id IS NULL OR (s.reader_id = r.account_id AND r.joined_at <= s.created_at)) $function$;
ALTER FUNCTION item_audience(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION item_audience(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.item_readers(wanted uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  IF (SELECT i.owner_id FROM item i WHERE i.id = wanted) = viewer() THEN
    RETURN QUERY SELECT reader.id FROM item_audience(wanted) AS reader(id);
  ELSIF EXISTS (SELECT FROM ways_to_read(wanted, viewer())) THEN
    RETURN QUERY SELECT reader.id FROM item_audience(wanted) AS reader(id) WHERE reader.id IN (
      SELECT theirs.account_id FROM membership mine
      JOIN council c ON c.id = mine.council_id AND c.closed_at IS NULL
      JOIN membership theirs ON theirs.council_id = mine.council_id AND theirs.state = 'active'
      WHERE mine.account_id = viewer() AND mine.state = 'active');
  END IF;
END $function$;
ALTER FUNCTION item_readers(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION item_readers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION item_readers(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.item_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN RAISE insufficient_privilege USING MESSAGE = 'An item keeps its owner, its kind and its place.'; END $function$;
ALTER FUNCTION item_stays() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION item_stays() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION item_stays() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.items_read_since(wanted uuid[]) RETURNS TABLE(item_id uuid, since timestamp with time zone) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ WITH RECURSIVE unbroken AS (
     SELECT s.item_id, s.owner_id, s.council_id, s.reader_id, s.created_at FROM share s
     WHERE s.item_id = ANY (wanted) AND s.id = ANY ((SELECT reach_shares())::uuid[])
     UNION
     SELECT s.item_id, s.owner_id, s.council_id, s.reader_id, s.created_at FROM unbroken u
     JOIN share s ON s.item_id = u.item_id AND s.council_id = u.council_id AND s.reader_id IS NOT DISTINCT FROM u.reader_id
       AND s.revoked_at = u.created_at AND (s.expires_at IS NULL OR s.expires_at > s.revoked_at))
   SELECT u.item_id, min(greatest(u.created_at, mine.joined_at, theirs.joined_at)) FROM unbroken u
   JOIN membership mine ON mine.council_id = u.council_id AND mine.account_id = viewer() AND mine.state = 'active'
   JOIN membership theirs ON theirs.council_id = u.council_id AND theirs.account_id = u.owner_id AND theirs.state = 'active'
   GROUP BY u.item_id $function$;
ALTER FUNCTION items_read_since(uuid[]) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION items_read_since(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION items_read_since(uuid[]) TO parley_user;

CREATE OR REPLACE FUNCTION public.landing_moment(owner uuid) RETURNS timestamp with time zone LANGUAGE sql STABLE
AS $function$
  SELECT max(c.at) FROM stage_change c JOIN opportunity o ON o.id = c.opportunity_id
  WHERE o.owner_id = owner AND o.stage = 'accepted' AND c.stage = 'accepted'
$function$;
REVOKE ALL ON FUNCTION landing_moment(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION landing_moment(uuid) TO parley_leave, parley_user;

CREATE OR REPLACE FUNCTION public.learn_seats(place text) RETURNS void LANGUAGE plpgsql STABLE
AS $function$ DECLARE sat uuid[]; councils uuid[]; chairs uuid[]; people uuid[]; heard uuid[];
BEGIN
  SELECT array_agg(m.council_id), array_agg(m.council_id) FILTER (WHERE m.state = 'active'),
         array_agg(m.council_id) FILTER (WHERE m.state = 'active' AND m.role = 'moderator')
    INTO sat, councils, chairs FROM membership m WHERE m.account_id = viewer();
  SELECT array_agg(DISTINCT m.account_id), array_agg(DISTINCT m.account_id) FILTER (WHERE m.state = 'active')
    INTO people, heard FROM membership m WHERE m.council_id = ANY (councils);
  PERFORM set_config(place || name, current_setting('app.user_id') || '||' || coalesce(ids, '{}')::text, true)
  FROM (VALUES ('councils', councils), ('chairs', chairs), ('people', people), ('heard', heard), ('keys', sat || people)) AS kept(name, ids);
END $function$;
ALTER FUNCTION learn_seats(text) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION learn_seats(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.learn_shares(place text) RETURNS void LANGUAGE plpgsql STABLE
AS $function$ BEGIN
  PERFORM set_config(place || name, concat_ws('|', current_setting('app.user_id'), until, coalesce(ids, '{}')), true)
  FROM (WITH found AS (
    SELECT s.id, s.item_id, s.opportunity_id, s.expires_at,
           CASE WHEN s.kind <> 'offer' OR EXISTS (
             SELECT FROM view_log v WHERE v.item_id = s.item_id AND v.reader_id = viewer()) THEN s.kind END AS kind
    FROM membership r
    JOIN council c ON c.id = r.council_id AND c.closed_at IS NULL
    JOIN share s ON s.council_id = r.council_id AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
      AND (s.reader_id IS NULL OR (s.reader_id = viewer() AND r.joined_at <= s.created_at)) AND s.owner_id <> viewer()
    JOIN membership o ON o.council_id = s.council_id AND o.account_id = s.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
    WHERE r.account_id = viewer() AND r.state = 'active')
    SELECT extract(epoch FROM coalesce(min(expires_at), 'infinity')) AS until,
      array_agg(id) AS shares, array_agg(item_id) AS items, array_agg(DISTINCT opportunity_id) AS roots,
      array_agg(item_id) FILTER (WHERE kind IS NOT NULL) AS talks,
      array_agg(item_id) FILTER (WHERE kind = 'opportunity') AS opportunities,
      array_agg(item_id) FILTER (WHERE kind = 'mission') AS missions,
      array_agg(item_id) FILTER (WHERE kind = 'offer') AS offers,
      array_agg(item_id) FILTER (WHERE kind = 'negotiation') AS negotiations,
      array_agg(item_id) FILTER (WHERE kind = 'debrief') AS debriefs,
      array_agg(item_id) FILTER (WHERE kind = 'round') AS rounds
    FROM found) AS sets, LATERAL (VALUES ('shares', shares), ('items', items), ('roots', roots), ('talks', talks), ('opportunities', opportunities),
    ('missions', missions), ('offers', offers), ('negotiations', negotiations), ('debriefs', debriefs), ('rounds', rounds)) AS kept(name, ids);
END $function$;
ALTER FUNCTION learn_shares(text) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION learn_shares(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.living_pushes(person uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT p.id FROM push p JOIN session s ON s.id = p.session_id WHERE p.account_id = person AND s.expires_at > moment() $function$;
ALTER FUNCTION living_pushes(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION living_pushes(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION living_pushes(uuid) TO parley_post;

CREATE OR REPLACE FUNCTION public.may_discuss_item(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM ways_to_read(wanted, viewer())) AND EXISTS (
     SELECT FROM item i WHERE i.id = wanted AND (i.kind <> 'offer' OR i.owner_id = viewer()
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = wanted AND v.reader_id = viewer()))) $function$;
ALTER FUNCTION may_discuss_item(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION may_discuss_item(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_discuss_item(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.may_open_attachment(wanted uuid, item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT wanted = ANY (reach_attachments()) AND EXISTS (SELECT FROM attachment a WHERE a.id = wanted AND a.offer_id = item) $function$;
ALTER FUNCTION may_open_attachment(uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION may_open_attachment(uuid,uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_open_attachment(uuid,uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.may_read_item(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM ways_to_read(wanted, viewer())) $function$;
ALTER FUNCTION may_read_item(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION may_read_item(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_read_item(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.may_read_thread(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM thread t WHERE t.id = wanted AND (t.owner_id = viewer() OR (
     EXISTS (SELECT FROM membership mine JOIN membership theirs USING (council_id)
             WHERE mine.account_id = viewer() AND mine.state = 'active' AND theirs.account_id = t.starter_id
               AND (theirs.state = 'active' OR t.created_at <= theirs.ended_at))
     AND EXISTS (SELECT FROM ways_to_read(t.item_id, viewer()))
     AND EXISTS (SELECT FROM item i WHERE i.id = t.item_id AND (i.kind <> 'offer' OR EXISTS (
       SELECT FROM view_log v WHERE v.item_id = i.id AND v.reader_id = viewer())))))) $function$;
ALTER FUNCTION may_read_thread(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION may_read_thread(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_read_thread(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.missions_read_since() RETURNS TABLE(mission_id uuid, since timestamp with time zone) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT item_id, since FROM items_read_since(ARRAY(
     SELECT s.item_id FROM share s WHERE s.kind = 'mission' AND s.id = ANY ((SELECT reach_shares())::uuid[]))) $function$;
ALTER FUNCTION missions_read_since() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION missions_read_since() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION missions_read_since() TO parley_user;

CREATE OR REPLACE FUNCTION public.moment() RETURNS timestamp with time zone LANGUAGE sql STABLE PARALLEL SAFE
AS $function$ SELECT date_trunc('milliseconds', statement_timestamp()) $function$;
GRANT EXECUTE ON FUNCTION moment() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.must_hit(hits bigint) RETURNS void LANGUAGE plpgsql STABLE SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  IF hits = 0 THEN RAISE EXCEPTION USING ERRCODE = 'PA409', MESSAGE = 'Nothing was there to change.'; END IF;
END $function$;
GRANT EXECUTE ON FUNCTION must_hit(bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.note_asked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  CASE TG_TABLE_NAME
    WHEN 'round' THEN
      INSERT INTO asked SELECT NEW.id, reader.id FROM item_audience(NEW.id) AS reader(id) WHERE reader.id <> NEW.owner_id
      ON CONFLICT DO NOTHING;
    WHEN 'share' THEN
      INSERT INTO asked SELECT r.id, reader.id FROM round r CROSS JOIN LATERAL item_audience(r.id) AS reader(id)
      WHERE r.id = NEW.item_id AND r.state = 'open' AND reader.id <> r.owner_id
      ON CONFLICT DO NOTHING;
    ELSE
      INSERT INTO asked SELECT r.id, NEW.account_id FROM share s JOIN round r ON r.id = s.item_id AND r.state = 'open'
      WHERE s.council_id = NEW.council_id AND NEW.account_id <> r.owner_id
        AND NEW.account_id IN (SELECT reader.id FROM item_audience(r.id) AS reader(id))
      ON CONFLICT DO NOTHING;
  END CASE;
  RETURN NULL;
END $function$;
ALTER FUNCTION note_asked() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION note_asked() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_asked() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.open_notes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  UPDATE rehearsal_note n SET opened = true WHERE n.rehearsal_id = NEW.id AND reads_item(NEW.negotiation_id, n.author_id);
  RETURN NULL;
END $function$;
ALTER FUNCTION open_notes() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION open_notes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_notes() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.opened_attachments() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT v.attachment_id), '{}') FROM view_log v
  WHERE v.reader_id = viewer() AND v.attachment_id = ANY ((SELECT reach_attachments())::uuid[]) $function$;
ALTER FUNCTION opened_attachments() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION opened_attachments() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opened_attachments() TO parley_user;

CREATE OR REPLACE FUNCTION public.own_living_pushes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT living_pushes(viewer()) $function$;
ALTER FUNCTION own_living_pushes() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION own_living_pushes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_living_pushes() TO parley_user;

CREATE OR REPLACE FUNCTION public.owned_by_debrief_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.debrief_id);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $function$;
ALTER FUNCTION owned_by_debrief_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_debrief_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_debrief_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owned_by_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.id);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $function$;
ALTER FUNCTION owned_by_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owned_by_item_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.item_id);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $function$;
ALTER FUNCTION owned_by_item_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_item_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_item_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owned_by_mission_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.mission_id);
BEGIN
  IF NEW.owner_id <> truth THEN
    RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
  END IF;
  NEW.owner_id := truth;
  RETURN NEW;
END $function$;
ALTER FUNCTION owned_by_mission_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_mission_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_mission_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owned_by_negotiation_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.negotiation_id);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $function$;
ALTER FUNCTION owned_by_negotiation_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_negotiation_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_negotiation_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owned_by_offer_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.offer_id);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $function$;
ALTER FUNCTION owned_by_offer_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_offer_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_offer_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owned_by_opportunity_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.opportunity_id);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $function$;
ALTER FUNCTION owned_by_opportunity_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_opportunity_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_opportunity_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owned_by_round_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.round_id);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $function$;
ALTER FUNCTION owned_by_round_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_round_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_round_id() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.owns_item(item_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_id = viewer()) $function$;
ALTER FUNCTION owns_item(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owns_item(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owns_item(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.owns_root(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM item i WHERE i.id = wanted AND i.owner_id = viewer() AND i.kind = 'opportunity') $function$;
ALTER FUNCTION owns_root(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owns_root(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owns_root(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.people_with_days() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT i.owner_id FROM item i WHERE i.kind = 'offer'
   UNION SELECT c.owner_id FROM commitment c WHERE c.state = 'open'
     AND c.due_on BETWEEN (moment() - interval '3 days')::date AND (moment() + interval '1 day')::date
   UNION SELECT person.id FROM round r CROSS JOIN LATERAL (
       SELECT r.owner_id AS id UNION SELECT reader.id FROM item_audience(r.id) AS reader(id)) person
     WHERE r.state = 'open' AND r.deadline_at BETWEEN moment() - interval '3 days' AND moment() + interval '1 day' $function$;
ALTER FUNCTION people_with_days() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION people_with_days() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_with_days() TO parley_clock;

CREATE OR REPLACE FUNCTION public.placed_in_thread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE t thread;
BEGIN
  SELECT * INTO t FROM thread WHERE id = NEW.thread_id;
  IF NEW.owner_id <> t.owner_id OR NEW.item_id <> t.item_id OR NEW.starter_id <> t.starter_id OR NEW.begun_at <> t.created_at THEN
    RAISE insufficient_privilege USING MESSAGE = 'A comment belongs where its thread is.';
  END IF;
  NEW.owner_id := t.owner_id; NEW.item_id := t.item_id; NEW.starter_id := t.starter_id; NEW.begun_at := t.created_at;
  RETURN NEW;
END $function$;
ALTER FUNCTION placed_in_thread() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION placed_in_thread() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION placed_in_thread() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.reach_attachments() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH mine AS (
    SELECT s.item_id, s.reader_id, s.created_at, s.levels ->> 'letter' = 'exact' AS letter FROM share s
    WHERE s.id = ANY ((SELECT reach_shares())::uuid[]) AND s.item_id = ANY ((SELECT reach_offers())::uuid[]))
  SELECT coalesce(array_agg(DISTINCT a.id), '{}') FROM mine JOIN attachment a ON a.offer_id = mine.item_id
  WHERE mine.letter AND a.created_at <= mine.created_at
    AND (mine.reader_id IS NOT NULL OR NOT EXISTS (SELECT FROM mine own WHERE own.item_id = mine.item_id AND own.reader_id IS NOT NULL)) $function$;
ALTER FUNCTION reach_attachments() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_attachments() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_attachments() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_chairs() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'chairs', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|')  THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_seats(place);
        RETURN split_part(current_setting(place || 'chairs'), '|', 3);
      END $function$;
ALTER FUNCTION reach_chairs() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_chairs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_chairs() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN PERFORM forget_reach(); RETURN NULL; END $function$;
ALTER FUNCTION reach_changed() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_changed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_changed() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.reach_councils() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'councils', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|')  THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_seats(place);
        RETURN split_part(current_setting(place || 'councils'), '|', 3);
      END $function$;
ALTER FUNCTION reach_councils() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_councils() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_councils() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_debriefs() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'debriefs', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'debriefs'), '|', 3);
      END $function$;
ALTER FUNCTION reach_debriefs() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_debriefs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_debriefs() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_heard() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'heard', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|')  THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_seats(place);
        RETURN split_part(current_setting(place || 'heard'), '|', 3);
      END $function$;
ALTER FUNCTION reach_heard() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_heard() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_heard() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_items() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'items', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'items'), '|', 3);
      END $function$;
ALTER FUNCTION reach_items() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_items() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_items() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_keys() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'keys', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|')  THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_seats(place);
        RETURN split_part(current_setting(place || 'keys'), '|', 3);
      END $function$;
ALTER FUNCTION reach_keys() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_keys() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_keys() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_missions() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'missions', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'missions'), '|', 3);
      END $function$;
ALTER FUNCTION reach_missions() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_missions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_missions() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_negotiations() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'negotiations', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'negotiations'), '|', 3);
      END $function$;
ALTER FUNCTION reach_negotiations() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_negotiations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_negotiations() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_offers() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'offers', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'offers'), '|', 3);
      END $function$;
ALTER FUNCTION reach_offers() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_offers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_offers() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_opportunities() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'opportunities', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'opportunities'), '|', 3);
      END $function$;
ALTER FUNCTION reach_opportunities() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_opportunities() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_opportunities() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'people', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|')  THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_seats(place);
        RETURN split_part(current_setting(place || 'people'), '|', 3);
      END $function$;
ALTER FUNCTION reach_people() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_people() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_roots() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'roots', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'roots'), '|', 3);
      END $function$;
ALTER FUNCTION reach_roots() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_roots() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_roots() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_rounds() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'rounds', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'rounds'), '|', 3);
      END $function$;
ALTER FUNCTION reach_rounds() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_rounds() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_rounds() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_shares() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'shares', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'shares'), '|', 3);
      END $function$;
ALTER FUNCTION reach_shares() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_shares() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_shares() TO parley_user;

CREATE OR REPLACE FUNCTION public.reach_talks() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || 'talks', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') AND split_part(kept, '|', 2)::float8 > date_part('epoch', moment()) THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_shares(place);
        RETURN split_part(current_setting(place || 'talks'), '|', 3);
      END $function$;
ALTER FUNCTION reach_talks() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_talks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_talks() TO parley_user;

CREATE OR REPLACE FUNCTION public.read_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT r.author_id FROM read r WHERE r.debrief_id = wanted AND EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
     AND r.author_id IN (SELECT author FROM answerers(wanted, (SELECT i.owner_id FROM item i WHERE i.id = wanted)) AS author)
   ORDER BY r.author_id $function$;
ALTER FUNCTION read_seats(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION read_seats(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_seats(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.read_turns() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  NEW.shown_at := CASE WHEN NEW.author_id = (SELECT d.owner_id FROM debrief d WHERE d.id = NEW.debrief_id) THEN moment()
    ELSE to_timestamp((floor(extract(epoch FROM moment()) / 43200) + 1) * 43200) END;
  RETURN NEW;
END $function$;
ALTER FUNCTION read_turns() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION read_turns() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_turns() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.reads_item(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM ways_to_read(wanted, account)) $function$;
ALTER FUNCTION reads_item(uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reads_item(uuid,uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.rehearsal_answered(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT n.author_id FROM rehearsal_note n WHERE n.rehearsal_id = wanted AND n.kind = 'answer'
    AND (n.owner_id = viewer() OR n.peer_id = viewer() AND may_read_item(n.negotiation_id)) ORDER BY 1 $function$;
ALTER FUNCTION rehearsal_answered(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION rehearsal_answered(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rehearsal_answered(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.rehearsal_goes_on() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  IF (OLD.state, NEW.state) NOT IN (('asked', 'ready'), ('asked', 'declined'), ('ready', 'declined'), ('ready', 'live'),
    ('live', 'reflecting'), ('reflecting', 'opened')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'A rehearsal goes from step to step.';
  END IF;
  RETURN NEW;
END $function$;
ALTER FUNCTION rehearsal_goes_on() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION rehearsal_goes_on() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rehearsal_goes_on() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.remember_parting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE place text := (SELECT 'app.reach_' || k.word || '.parted' FROM reach_key k);
BEGIN
  PERFORM set_config(place, (SELECT array_agg(DISTINCT p.id) FROM (
    SELECT unnest(coalesce(nullif(current_setting(place, true), ''), '{}')::uuid[]) UNION SELECT item_audience(OLD.id)) AS p(id))::text, true);
  RETURN OLD;
END $function$;
ALTER FUNCTION remember_parting() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION remember_parting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remember_parting() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.remember_peer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE place text := (SELECT 'app.reach_' || k.word || '.parted' FROM reach_key k);
BEGIN
  PERFORM set_config(place, (SELECT array_agg(DISTINCT p.id) FROM (
    SELECT unnest(coalesce(nullif(current_setting(place, true), ''), '{}')::uuid[]) UNION SELECT OLD.peer_id WHERE OLD.peer_id IS NOT NULL) AS p(id))::text, true);
  RETURN OLD;
END $function$;
ALTER FUNCTION remember_peer() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION remember_peer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remember_peer() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.remind_round(wanted uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ WITH reminded AS (
     UPDATE round r SET reminded_at = moment()
     WHERE r.id = wanted AND r.state = 'open' AND r.reminded_at IS NULL AND r.owner_id = viewer()
     RETURNING r.id, r.owner_id),
   told AS (
     INSERT INTO notification (id, recipient_id, actor_id, kind, item_id, at)
     SELECT gen_random_uuid(), reader.id, d.owner_id, 'roundReminder', d.id, moment()
     FROM reminded d CROSS JOIN LATERAL item_audience(d.id) AS reader(id)
     WHERE reader.id <> d.owner_id
       AND NOT EXISTS (SELECT FROM sealed_counter s WHERE s.round_id = d.id AND s.author_id = reader.id))
   SELECT EXISTS (SELECT FROM reminded) $function$;
ALTER FUNCTION remind_round(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION remind_round(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remind_round(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.reveal_due_among(looked uuid[]) RETURNS integer LANGUAGE sql
AS $function$ WITH revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment()
     FROM unnest(looked) AS l(id) CROSS JOIN LATERAL count_answers(l.id) t
     WHERE r.id = l.id AND r.state = 'open' AND t.given >= r.quorum AND (t.answered = t.asked OR r.deadline_at <= moment())
       AND EXISTS (SELECT FROM item_audience(r.id) AS reader(id) WHERE reader.id <> r.owner_id)
     RETURNING r.id, r.owner_id),
   told AS (
     INSERT INTO notification (id, recipient_id, actor_id, kind, item_id, at)
     SELECT gen_random_uuid(), person.id, revealed.owner_id, 'roundRevealed', revealed.id, moment()
     FROM revealed CROSS JOIN LATERAL (
       SELECT revealed.owner_id AS id UNION SELECT reader.id FROM item_audience(revealed.id) AS reader(id)) person)
   SELECT count(*)::integer FROM revealed $function$;
ALTER FUNCTION reveal_due_among(uuid[]) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_due_among(uuid[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.reveal_due_before_end(leaver uuid) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT reveal_due_among(ARRAY(SELECT r.id FROM round r
     WHERE r.state = 'open' AND r.deadline_at <= moment() AND EXISTS (SELECT FROM asked a WHERE a.round_id = r.id AND a.account_id = leaver)
     ORDER BY r.id FOR UPDATE)) $function$;
ALTER FUNCTION reveal_due_before_end(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_due_before_end(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_due_before_end(uuid) TO parley_leave;

CREATE OR REPLACE FUNCTION public.reveal_due_rounds(lately boolean) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT reveal_due_among(ARRAY(SELECT r.id FROM round r
     WHERE r.state = 'open' AND (NOT lately OR r.deadline_at BETWEEN moment() - interval '2 minutes' AND moment())
     FOR UPDATE SKIP LOCKED)) $function$;
ALTER FUNCTION reveal_due_rounds(boolean) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_due_rounds(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_due_rounds(boolean) TO parley_clock;

CREATE OR REPLACE FUNCTION public.reveal_round_when_due(wanted uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ WITH revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment()
     FROM count_answers(wanted) t
     WHERE r.id = wanted AND r.state = 'open' AND may_read_item(wanted)
       AND t.given >= r.quorum AND (t.answered = t.asked OR r.deadline_at <= moment())
       AND EXISTS (SELECT FROM item_audience(wanted) AS reader(id) WHERE reader.id <> r.owner_id)
     RETURNING r.id)
   SELECT EXISTS (SELECT FROM revealed) $function$;
ALTER FUNCTION reveal_round_when_due(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_round_when_due(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_round_when_due(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.reveal_when_complete(wanted uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ WITH revealed AS (
     UPDATE debrief SET reads_state = 'revealed', revealed_at = moment()
     WHERE id = wanted AND reads_state = 'open' AND may_read_item(wanted)
       AND (SELECT count(*) FROM item_audience(wanted)) > 1
       AND NOT EXISTS (SELECT FROM item_audience(wanted) AS reader(id)
                       WHERE NOT EXISTS (SELECT FROM read r WHERE r.debrief_id = wanted AND r.author_id = reader.id))
     RETURNING id)
   SELECT EXISTS (SELECT FROM revealed) $function$;
ALTER FUNCTION reveal_when_complete(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_when_complete(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_when_complete(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.revealed_counters() RETURNS TABLE(round_id uuid, author_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT s.round_id, s.author_id FROM round r JOIN sealed_counter s ON s.round_id = r.id AND (s.frozen OR s.late)
   WHERE (r.owner_id = viewer() OR r.id = ANY ((SELECT reach_rounds())::uuid[])) AND r.state IN ('revealed', 'closed') $function$;
ALTER FUNCTION revealed_counters() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION revealed_counters() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION revealed_counters() TO parley_user;

CREATE OR REPLACE FUNCTION public.revealed_reads() RETURNS TABLE(debrief_id uuid, author_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT d.id, author.id FROM debrief d, answerers(d.id, d.owner_id) AS author(id)
   WHERE (d.owner_id = viewer() OR d.id = ANY ((SELECT reach_debriefs())::uuid[])) AND d.reads_state = 'revealed' $function$;
ALTER FUNCTION revealed_reads() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION revealed_reads() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION revealed_reads() TO parley_user;

CREATE OR REPLACE FUNCTION public.ring_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN PERFORM pg_notify('parley_event', OLD.account_id::text); RETURN NULL; END $function$;
ALTER FUNCTION ring_ended() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION ring_ended() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ring_ended() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.round_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT s.author_id FROM sealed_counter s JOIN round r ON r.id = s.round_id
   WHERE s.round_id = wanted AND EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
     AND (s.author_id = viewer() OR CASE WHEN r.state IN ('revealed', 'closed')
       THEN s.author_id IN (SELECT author FROM answerers(wanted, r.owner_id) AS author)
       ELSE s.author_id = r.owner_id AND s.shown_at <= moment() END)
   ORDER BY s.author_id $function$;
ALTER FUNCTION round_seats(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION round_seats(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION round_seats(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.round_stands(wanted uuid) RETURNS round_state LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT r.state FROM round r WHERE r.id = wanted $function$;
ALTER FUNCTION round_stands(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION round_stands(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION round_stands(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.round_tally(wanted uuid) RETURNS TABLE(asked integer, answered integer, given integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT t.* FROM count_answers(wanted) t WHERE EXISTS (SELECT FROM ways_to_read(wanted, viewer())) $function$;
ALTER FUNCTION round_tally(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION round_tally(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION round_tally(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.seat_turns() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  NEW.frozen := false;
  NEW.shown_at := CASE WHEN round_stands(NEW.round_id) = 'draft' THEN moment()
    ELSE to_timestamp((floor(extract(epoch FROM moment()) / 43200) + 1) * 43200) END;
  RETURN NEW;
END $function$;
ALTER FUNCTION seat_turns() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION seat_turns() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seat_turns() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.shares_an_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE i item;
BEGIN
  SELECT * INTO i FROM item WHERE id = NEW.item_id;
  IF NEW.owner_id <> i.owner_id OR NEW.kind <> i.kind OR NEW.opportunity_id <> i.opportunity_id THEN
    RAISE insufficient_privilege USING MESSAGE = 'A share says of its item what is true.';
  END IF;
  NEW.owner_id := i.owner_id; NEW.kind := i.kind; NEW.opportunity_id := i.opportunity_id;
  RETURN NEW;
END $function$;
ALTER FUNCTION shares_an_item() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION shares_an_item() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shares_an_item() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.shown_read_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT seat FROM read_seats(wanted) AS seat JOIN "read" r ON r.debrief_id = wanted AND r.author_id = seat
    JOIN debrief d ON d.id = wanted
  WHERE seat = viewer() OR d.reads_state = 'revealed' OR r.shown_at <= moment() ORDER BY seat $function$;
ALTER FUNCTION shown_read_seats(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION shown_read_seats(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shown_read_seats(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.shown_tally(wanted uuid) RETURNS TABLE(asked integer, answered integer, given integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT count(*)::integer, count(s.author_id)::integer, (count(s.author_id) FILTER (WHERE NOT s.abstained))::integer
   FROM asked a LEFT JOIN sealed_counter s ON s.round_id = a.round_id AND s.author_id = a.account_id AND NOT s.late
     AND s.shown_at <= moment() AND answer_stands(wanted, a.account_id)
   WHERE a.round_id = wanted AND EXISTS (SELECT FROM round r WHERE r.id = wanted AND r.owner_id = viewer()) $function$;
ALTER FUNCTION shown_tally(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION shown_tally(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shown_tally(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.sits_with(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM membership mine JOIN membership theirs USING (council_id) JOIN council c ON c.id = mine.council_id
                  WHERE mine.account_id = viewer() AND mine.state = 'active' AND c.closed_at IS NULL
                    AND theirs.account_id = other AND theirs.state = 'active') $function$;
ALTER FUNCTION sits_with(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION sits_with(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sits_with(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.sweep_events() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE gone integer;
BEGIN
  PERFORM FROM inbox i WHERE i.account_id IN (SELECT e.account_id FROM event e WHERE e.at < moment() - interval '1 day')
    ORDER BY i.account_id FOR UPDATE;
  WITH old AS (DELETE FROM event e WHERE e.at < moment() - interval '1 day' RETURNING e.account_id, e.seq),
  last AS (SELECT o.account_id, max(o.seq) AS seq FROM old o GROUP BY 1),
  noted AS (UPDATE inbox i SET swept = greatest(i.swept, l.seq) FROM last l WHERE i.account_id = l.account_id)
  SELECT count(*) INTO gone FROM old;
  RETURN gone;
END $function$;
ALTER FUNCTION sweep_events() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION sweep_events() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_events() TO parley_clock;

CREATE OR REPLACE FUNCTION public.take_back_notices(wanted uuid, people uuid[]) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH gone AS (
    DELETE FROM notification n WHERE n.comment_id = wanted AND n.actor_id = viewer()
      AND (people IS NULL OR n.recipient_id = ANY (people)) RETURNING 1)
  SELECT count(*) FROM gone $function$;
ALTER FUNCTION take_back_notices(uuid,uuid[]) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION take_back_notices(uuid,uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_notices(uuid,uuid[]) TO parley_user;

CREATE OR REPLACE FUNCTION public.talked_item(wanted uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE
  found record;
BEGIN
  SELECT t.item_id, t.owner_id INTO found FROM thread t
  WHERE t.id = wanted OR t.id = (SELECT c.thread_id FROM comment c WHERE c.id = wanted) LIMIT 1;
  IF found.item_id IS NULL THEN RETURN wanted; END IF;
  IF found.owner_id = viewer() OR found.item_id = ANY (reach_items()) THEN RETURN found.item_id; END IF;
  RETURN NULL;
END $function$;
ALTER FUNCTION talked_item(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION talked_item(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION talked_item(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION public.tell(what text, whom text, item uuid, opening uuid, council uuid, about uuid, press text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE people uuid[]; reaches boolean[]; place text := (SELECT 'app.reach_' || k.word || '.parted' FROM reach_key k);
BEGIN
  IF viewer() IS NULL THEN RETURN; END IF;
  IF whom = 'blind' AND NOT is_shown(item) THEN INSERT INTO seats_due (item_id) VALUES (item) ON CONFLICT DO NOTHING; END IF;
  SELECT array_agg(t.account), array_agg(t.reached) INTO people, reaches FROM (
    SELECT all_told.account, bool_and(all_told.reached) AS reached FROM (
      SELECT w.account, w.reached FROM who_is_told(whom, item, opening, council, about) w WHERE w.account IS NOT NULL
      UNION ALL SELECT unnest(coalesce(nullif(current_setting(place, true), ''), '{}')::uuid[]), false) all_told GROUP BY 1) t;
  PERFORM deliver(what, people, array_fill(item, ARRAY[cardinality(people)]), array_fill(opening, ARRAY[cardinality(people)]),
    array_fill(council, ARRAY[cardinality(people)]), reaches, press);
END $function$;
ALTER FUNCTION tell(text,text,uuid,uuid,uuid,uuid,text) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell(text,text,uuid,uuid,uuid,uuid,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell(text,text,uuid,uuid,uuid,uuid,text) TO parley_user;

CREATE OR REPLACE FUNCTION public.tell_items(what text, items uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE people uuid[]; about uuid[]; openings uuid[]; reaches boolean[];
BEGIN
  SELECT array_agg(p.id), array_agg(i.id), array_agg(i.opportunity_id), array_agg(p.id <> i.owner_id)
    INTO people, about, openings, reaches
    FROM item i CROSS JOIN LATERAL item_audience(i.id) AS p(id) WHERE i.id = ANY (items);
  PERFORM deliver(what, people, about, openings, array_fill(NULL::uuid, ARRAY[cardinality(people)]), reaches, NULL);
END $function$;
ALTER FUNCTION tell_items(text,uuid[]) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_items(text,uuid[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.tell_overlap() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE others uuid[]; BEGIN
  SELECT array_agg(o.account_id) INTO others FROM overlap o
    JOIN membership m ON m.council_id = o.council_id AND m.account_id = o.account_id AND m.state = 'active'
    WHERE o.council_id = NEW.council_id AND o.account_id <> NEW.account_id
      AND o.marks && NEW.marks AND o.looked_at > moment() - interval '60 days';
  IF others IS NULL THEN RETURN NULL; END IF;
  WITH told AS (
    UPDATE overlap o SET told_at = moment() WHERE o.council_id = NEW.council_id AND o.account_id = ANY (others || NEW.account_id)
      AND (o.told_at IS NULL OR o.told_at < moment() - interval '30 days') RETURNING o.account_id)
  INSERT INTO notification (id, recipient_id, actor_id, kind, council_id, at)
    SELECT gen_random_uuid(), told.account_id, told.account_id, 'overlapTold', NEW.council_id, moment() FROM told;
  RETURN NULL;
END $function$;
ALTER FUNCTION tell_overlap() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_overlap() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_overlap() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.tell_parting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE people uuid[];
BEGIN
  SELECT array_agg(m.account_id) INTO people FROM membership m WHERE m.council_id = NEW.council_id AND m.state = 'active';
  IF people IS NULL THEN RETURN NULL; END IF;
  PERFORM deliver('council.leave', people, array_fill(NULL::uuid, ARRAY[cardinality(people)]), array_fill(NULL::uuid, ARRAY[cardinality(people)]),
    array_fill(NEW.council_id, ARRAY[cardinality(people)]), array_fill(true, ARRAY[cardinality(people)]), NULL);
  RETURN NULL;
END $function$;
ALTER FUNCTION tell_parting() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_parting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_parting() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.tell_reveal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN PERFORM tell_items('clock.revealed', ARRAY[NEW.id]); RETURN NULL; END $function$;
ALTER FUNCTION tell_reveal() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_reveal() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_reveal() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.tell_run_out() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE since timestamptz; people uuid[]; items uuid[]; openings uuid[];
BEGIN
  SELECT h.shares_at INTO since FROM clock_hand h;
  IF since <= moment() AND NOT EXISTS (
    SELECT FROM share s WHERE s.revoked_at IS NULL AND s.expires_at > since AND s.expires_at <= moment()) THEN RETURN 0; END IF;
  SELECT h.shares_at INTO since FROM clock_hand h FOR UPDATE SKIP LOCKED;
  IF since IS NULL THEN RETURN 0; END IF;
  SELECT array_agg(t.account), array_agg(t.item), array_agg(t.opening) INTO people, items, openings FROM (
    SELECT DISTINCT m.account_id AS account, s.item_id AS item, s.opportunity_id AS opening
    FROM share s JOIN membership m ON m.council_id = s.council_id AND m.state = 'active'
      AND (s.reader_id IS NULL OR s.reader_id = m.account_id OR s.owner_id = m.account_id)
    WHERE s.revoked_at IS NULL AND s.expires_at > since AND s.expires_at <= moment()) t;
  UPDATE clock_hand SET shares_at = moment();
  IF people IS NULL THEN RETURN 0; END IF;
  PERFORM deliver('clock.ranOut', people, items, openings, array_fill(NULL::uuid, ARRAY[cardinality(people)]),
    array_fill(false, ARRAY[cardinality(people)]), NULL);
  RETURN cardinality(people);
END $function$;
ALTER FUNCTION tell_run_out() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_run_out() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_run_out() TO parley_clock;

CREATE OR REPLACE FUNCTION public.tell_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE people uuid[];
BEGIN
  SELECT array_agg(m.account_id) INTO people FROM membership m WHERE m.council_id = NEW.council_id AND m.state = 'active';
  PERFORM deliver('invitation.accept', people, array_fill(NULL::uuid, ARRAY[cardinality(people)]), array_fill(NULL::uuid, ARRAY[cardinality(people)]),
    array_fill(NEW.council_id, ARRAY[cardinality(people)]), array_fill(true, ARRAY[cardinality(people)]), NULL);
  RETURN NULL;
END $function$;
ALTER FUNCTION tell_seat() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_seat() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_seat() TO CURRENT_USER;

CREATE OR REPLACE FUNCTION public.tell_seats() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ DECLARE due uuid[];
BEGIN
  WITH taken AS (DELETE FROM seats_due d WHERE d.due_at <= moment() RETURNING d.item_id) SELECT array_agg(t.item_id) INTO due FROM taken t;
  IF due IS NULL THEN RETURN 0; END IF;
  PERFORM tell_items('clock.seats', due);
  RETURN cardinality(due);
END $function$;
ALTER FUNCTION tell_seats() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_seats() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_seats() TO parley_clock;

CREATE OR REPLACE FUNCTION public.viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $function$;
GRANT EXECUTE ON FUNCTION viewer() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.ways_to_read(wanted uuid, account uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
AS $function$ SELECT i.id FROM item i WHERE i.id = wanted AND i.owner_id = account
   UNION ALL
   SELECT s.id FROM share s
   JOIN membership o ON o.council_id = s.council_id AND o.account_id = s.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
   JOIN membership r ON r.council_id = s.council_id AND r.account_id = account AND r.state = 'active'
   JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
   WHERE s.item_id = wanted AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
     AND (s.reader_id IS NULL OR (s.reader_id = account AND r.joined_at <= s.created_at)) $function$;
ALTER FUNCTION ways_to_read(uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION ways_to_read(uuid,uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.who_follows(item uuid, owner uuid, speaker uuid, about uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
AS $function$ WITH begun AS (
     SELECT t.starter_id, t.created_at FROM thread t
     WHERE t.id = about OR t.id = (SELECT c.thread_id FROM comment c WHERE c.id = about) LIMIT 1)
   SELECT hearer.id FROM who_hears(item, owner, speaker) AS hearer(id)
   WHERE hearer.id = owner OR hearer.id = speaker OR (
     (EXISTS (SELECT FROM item i WHERE i.id = item AND i.kind <> 'offer')
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = item AND v.reader_id = hearer.id))
     AND NOT EXISTS (SELECT FROM held_on(item) held WHERE held.author_id = hearer.id
       AND (held.until IS NULL OR EXISTS (SELECT FROM begun b WHERE b.starter_id = speaker AND b.created_at <= held.until)))
     AND NOT EXISTS (SELECT FROM begun b WHERE b.starter_id NOT IN (hearer.id, owner) AND NOT EXISTS (
       SELECT FROM membership mine JOIN membership theirs USING (council_id)
       WHERE mine.account_id = hearer.id AND mine.state = 'active' AND theirs.account_id = b.starter_id
         AND (theirs.state = 'active' OR b.created_at <= theirs.ended_at)))) $function$;
ALTER FUNCTION who_follows(uuid,uuid,uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION who_follows(uuid,uuid,uuid,uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.who_hears(item uuid, owner uuid, speaker uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
AS $function$ SELECT reader.id FROM item_audience(item) AS reader(id)
   WHERE reader.id = owner OR reader.id = speaker OR owner = speaker OR EXISTS (
     SELECT FROM membership mine JOIN membership theirs USING (council_id)
     WHERE mine.account_id = reader.id AND mine.state = 'active' AND theirs.account_id = speaker AND theirs.state = 'active') $function$;
ALTER FUNCTION who_hears(uuid,uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION who_hears(uuid,uuid,uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.who_is_told(whom text, item uuid, opening uuid, council uuid, about uuid) RETURNS TABLE(account uuid, reached boolean) LANGUAGE plpgsql STABLE
AS $function$ DECLARE me uuid := viewer(); owner uuid; this xid := pg_current_xact_id_if_assigned()::xid;
BEGIN
  SELECT i.owner_id INTO owner FROM item i WHERE i.id = coalesce(item, opening);
  RETURN QUERY SELECT me, false;
  IF whom = 'owner' OR (whom = 'blind' AND NOT is_shown(item)) THEN RETURN QUERY SELECT owner, false WHERE whom = 'owner';
  ELSIF whom IN ('item', 'blind') THEN RETURN QUERY SELECT h, h <> owner FROM who_hears(item, owner, me) h;
  ELSIF whom = 'talk' THEN RETURN QUERY SELECT h, h <> owner FROM who_follows(item, owner, me, about) h;
  ELSIF whom = 'opening' THEN
    RETURN QUERY SELECT h, h <> owner FROM item part, who_hears(part.id, owner, me) h WHERE part.opportunity_id = opening;
  ELSIF whom = 'sharing' THEN
    RETURN QUERY SELECT h, h <> owner FROM who_hears(item, owner, me) h;
    -- who has just lost it is told all the same
    RETURN QUERY SELECT m.account_id, false FROM share s JOIN membership m ON m.council_id = s.council_id AND m.state = 'active'
      WHERE s.item_id = item AND s.xmin = this AND (s.reader_id IS NULL OR s.reader_id = m.account_id);
  ELSIF whom = 'council' THEN
    RETURN QUERY SELECT m.account_id, true FROM membership m WHERE m.council_id = council AND m.state = 'active';
  ELSIF whom = 'seats' THEN
    RETURN QUERY SELECT m.account_id, false FROM membership m WHERE m.council_id = council AND (m.state = 'active' OR m.xmin = this);
  ELSIF whom = 'pair' THEN
    RETURN QUERY SELECT owner, false;
    RETURN QUERY SELECT r.peer_id, true FROM rehearsal r
      WHERE r.id = about OR (r.negotiation_id = about AND r.xmin = this);
  END IF;
END $function$;
ALTER FUNCTION who_is_told(text,uuid,uuid,uuid,uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION who_is_told(text,uuid,uuid,uuid,uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION public.withdraw_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  UPDATE help_answer a SET withdrawn_at = moment() WHERE a.withdrawn_at IS NULL AND a.help_id IN (
    SELECT h.id FROM help_request h WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id);
  UPDATE help_request h SET withdrawn_at = moment()
    WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id AND h.withdrawn_at IS NULL;
  UPDATE commitment c SET council_id = NULL WHERE c.council_id = NEW.council_id AND c.owner_id = NEW.account_id;
  UPDATE pulse p SET council_id = NULL WHERE p.council_id = NEW.council_id AND p.account_id = NEW.account_id;
  DELETE FROM presence s WHERE s.council_id = NEW.council_id AND s.account_id = NEW.account_id;
  DELETE FROM overlap o WHERE o.council_id = NEW.council_id AND o.account_id = NEW.account_id;
  RETURN NULL;
END $function$;
ALTER FUNCTION withdraw_words() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION withdraw_words() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION withdraw_words() TO CURRENT_USER;
