import { notFound } from '@parley/domain/kernel/error';
import { standingState } from '@parley/domain/mission/mission';
import { missionForReader } from '@parley/domain/mission/proof';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemReaders } from '../item/rows.ts';
import { question } from '../read.ts';
import { missionOf, openMission, peerComments } from './rows.ts';

/** A mission as the viewer may read it: whose it is, where it stands, who else reads it, how many of others' comments it has. */
export const missionQuestion = question({
  ask: ({ missionId }: { missionId: string }) => ({
    mission: missionOf(missionId),
    comments: peerComments(missionId),
    readers: itemReaders(missionId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }) {
    const [row] = rows.mission;
    if (!row) throw notFound();
    const mission = openMission(open, row);
    const { ownerId } = mission;
    const readerIds = rows.readers.map(({ id }) => id).filter((id) => id !== ownerId);
    const names = namesOf(rows.people, open, [ownerId, ...readerIds]);
    return {
      ...mission,
      document: ownerId === viewer.id ? mission.document : missionForReader(mission.document),
      state: standingState(mission.state, readerIds.length > 0),
      /** Who else reads it, for its owner. */
      readers: ownerId === viewer.id ? readerIds.map((id) => names[id] ?? '') : [],
      ownerName: names[ownerId] ?? '',
      mine: ownerId === viewer.id,
      peerComments: rows.comments[0]?.count ?? 0,
    };
  },
});
