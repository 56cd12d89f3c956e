import { notFound } from '@parley/domain/kernel/error';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { question } from '../read.ts';
import { missionOf, openMission, peerComments } from './rows.ts';

/** A mission as the viewer may read it, with whose it is and how many of others' comments it has. */
export const missionQuestion = question({
  ask: ({ missionId }: { missionId: string }) => ({
    mission: missionOf(missionId),
    comments: peerComments(missionId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }) {
    const [row] = rows.mission;
    if (!row) throw notFound();
    const mission = openMission(open, row);
    const { ownerId } = mission;
    return {
      ...mission,
      ownerName: namesOf(rows.people, open, [ownerId])[ownerId] ?? '',
      mine: ownerId === viewer.id,
      peerComments: rows.comments[0]?.count ?? 0,
    };
  },
});
