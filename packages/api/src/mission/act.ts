import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import type { CreateMission, RemoveMission, SaveMission, SetMissionState } from '@parley/domain/mission/input';
import { canBecome, emptyMission, standingState } from '@parley/domain/mission/mission';
import { canCreateMission } from '@parley/domain/mission/policy';
import { listProofIds, restsOnProofs } from '@parley/domain/mission/proof';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { addItem, dropItem, endSharesOf } from '../item/change-rows.ts';
import { itemReaders } from '../item/rows.ts';
import { openProof, ownProofsOf } from '../proof/rows.ts';
import { act, type Facts } from '../write.ts';
import { addMission, dropMission, holdMission, missionContent, missionFor, openMission, replaceMission } from './rows.ts';
import { keepMissionVersion } from './versions/act.ts';

type Edit = { missionId: string; rev: number };

const editFacts = ({ missionId }: Edit) => ({ mission: holdMission(missionId) });

/** The mission that an edit is based on. Throws a conflict when the edit has seen an older one. */
function openHeld({ rows, open }: Pick<Facts<ReturnType<typeof editFacts>>, 'rows' | 'open'>, { rev }: Edit) {
  const [row] = rows.mission;
  if (!row) throw notFound();
  const mission = openMission(open, row);
  if (row.rev !== rev) throw conflict(mission);
  return { mission, bind: { id: row.id, owner: row.ownerId, rev: rev + 1 } };
}

/** Makes the empty mission of an opportunity, visible to its owner alone. */
export const creatingMission = act({
  facts: ({ opportunityId }: z.output<typeof CreateMission>) => ({ key: ownKey(), mission: missionFor(opportunityId) }),
  decide({ rows, seal, viewer, relation, now }, { opportunityId }) {
    allow(canCreateMission(relation === 'owner', rows.mission.length > 0));
    const id = newId();
    const sealed = seal(missionContent, { id, owner: viewer.id, rev: 1 }, emptyMission);
    // a second one for the same opportunity breaks the unique index, which answers as a conflict
    const changes = [addItem(id, 'mission', opportunityId, now), addMission(id, opportunityId, sealed, now)];
    return { changes, answer: { missionId: id, rev: 1 } };
  },
});

const proofGone = 'This proof is no longer in your library as it is written here. Choose it again.';

/** Keeps the document as the owner wrote it; what its lines rest on newly is in the library of proofs. */
export const savingMission = act({
  facts: (input: z.output<typeof SaveMission>) => ({
    ...editFacts(input),
    proofs: ownProofsOf(listProofIds(input.document)),
  }),
  decide(given, input) {
    const { mission, bind } = openHeld(given, input);
    const library = given.rows.proofs.map((row) => openProof(given.open, row));
    if (!restsOnProofs(mission.document, input.document, library)) throw invalid('document', proofGone);
    const sealed = given.seal(missionContent, bind, input.document);
    return { changes: [replaceMission(bind.id, input.rev, mission.state, sealed, given.now)], answer: { rev: bind.rev } };
  },
});

/** Moves it to its next state, or back. What is made private is taken back from all who read it; what the manager corrected is a version. */
export const settingMissionState = act({
  facts: (input: z.output<typeof SetMissionState>) => ({ ...editFacts(input), readers: itemReaders(input.missionId) }),
  decide(given, input) {
    const { mission, bind } = openHeld(given, input);
    const { state } = input;
    const isRead = given.rows.readers.some(({ id }) => id !== given.viewer.id);
    allow(canBecome(mission.document, standingState(mission.state, isRead), state, isRead));
    const sealed = given.seal(missionContent, bind, mission.document);
    const kept = replaceMission(bind.id, input.rev, state, sealed, given.now);
    if (state === 'private') return { changes: [kept, endSharesOf(bind.id, given.now)], answer: { rev: bind.rev } };
    const corrected = { document: mission.document, why: 'corrected', word: '', byId: null } as const;
    const versions = state === 'corrected' ? [keepMissionVersion(given, bind.id, corrected).change] : [];
    return { changes: [kept, ...versions], answer: { rev: bind.rev } };
  },
});

/** Ends a mission with its threads and shares. */
export const removingMission = act({
  facts: (input: z.output<typeof RemoveMission>) => editFacts(input),
  decide(given, input) {
    openHeld(given, input);
    const { missionId, rev } = input;
    return { changes: [dropMission(missionId, rev), dropItem(missionId)], answer: { missionId } };
  },
});
