import { newId } from '@parley/db/id';
import { blankNeed } from '@parley/domain/mission/edit';
import { emptyMission, type KeyResult, type MissionDocument } from '@parley/domain/mission/mission';
import type { Cast } from './cast.ts';
import { shareWith } from './debrief.ts';
import type { StoryClock } from './stage.ts';

const openingId = newId();
const teamsId = newId();
const hiringId = newId();

type Line = Pick<KeyResult, 'metric' | 'direction' | 'start' | 'target' | 'current' | 'unit' | 'firstNinetyDays'>;

const line = (id: string, due: string, result: Line): KeyResult => ({ id, due, proof: null, ...result });

/** Ana's own version of the job, as she would deliver it. */
function draft(clock: StoryClock, needId: string): MissionDocument {
  const soon = clock.day(-90);
  const later = clock.day(-270);
  return {
    ...emptyMission,
    statement:
      'Make renting a bicycle as dependable as the tram: a rider who opens the app finds one within three minutes, in all nine cities.',
    objectives: [
      {
        id: newId(),
        title: 'Riders find a bicycle when they look for one',
        keyResults: [
          line(openingId, later, {
            ...{ metric: 'Searches that end without a bicycle', direction: 'fall', start: '31', target: '12' },
            ...{ current: '31', unit: '%', firstNinetyDays: false },
          }),
          line(newId(), soon, {
            ...{ metric: 'Cities with a weekly forecast of demand', direction: 'rise', start: '0', target: '3' },
            ...{ current: '0', unit: 'cities', firstNinetyDays: true },
          }),
        ],
      },
      {
        id: newId(),
        title: 'Product and operations decide together',
        keyResults: [
          line(teamsId, soon, {
            ...{ metric: 'Days from an operations request to a decision', direction: 'fall', start: '21', target: '5' },
            ...{ current: null, unit: 'days', firstNinetyDays: true },
          }),
        ],
      },
    ],
    questions: [
      question('Who decides today which city gets new bicycles?', teamsId, 'Operations, by mail, on Fridays. Nobody likes it.'),
      question('How many people in product leave within a year?', null, ''),
      question('Is the second product manager in this year’s plan?', hiringId, ''),
    ],
    needs: [
      { ...blankNeed(needId, openingId), text: 'A second product manager from the second quarter on' },
      {
        id: hiringId,
        leg: 'budget',
        text: 'A forecast tool for three cities',
        amount: { minor: 4_800_000, currency: 'EUR' },
        keyResultId: openingId,
        proof: null,
      },
    ],
    feedback: { kind: 'likeWishWonder' },
    interviewsHeld: 3,
    conversation: { on: clock.day(8), channel: 'video' },
  };
}

function question(text: string, lineId: string | null, answer: string) {
  return { id: newId(), text, lineId, asked: answer !== '', answered: answer !== '', answer };
}

/** Ana writes her mission, shares it and hears what the others like, wish and wonder. Returns the mission and one need. */
export async function tellMission(
  cast: Cast,
  clock: StoryClock,
  opportunityId: string,
): Promise<{ missionId: string; needId: string }> {
  const { ana, ben, chiara, dev, councilId } = cast;
  clock.go(18);
  const { missionId, rev } = await ana.api.mission.create.mutate({ opportunityId });
  const needId = newId();
  const document = draft(clock, needId);
  const saved = await ana.api.mission.save.mutate({ missionId, rev, document });
  await shareWith(ana, councilId, missionId);

  clock.go(16);
  const about = (blockId: string, label: string) => ({ itemId: missionId, blockId, label, mentions: [] });
  const first = await chiara.api.thread.start.mutate({
    ...about('statement', document.statement.slice(0, 120)),
    text: 'I like the tram. I wonder whether “all nine cities” is yours to promise in the first year.',
  });
  await ana.api.comment.add.mutate({
    ...{ threadId: first.threadId, mentions: [] },
    text: 'It is not. Three first, nine as the direction. I will say it like that on the call.',
  });
  await ana.api.thread.resolve.mutate({ threadId: first.threadId });
  await ben.api.thread.start.mutate({
    ...about(openingId, 'Searches that end without a bicycle'),
    text: 'I wish this said who counts. **31 %** of which searches? At my last company two teams had two answers, and the bonus hung on it.',
  });
  await dev.api.thread.start.mutate({
    ...about(needId, 'A second product manager from the second quarter on'),
    text: 'Ask for this before the money. It is the one thing that decides whether the rest is possible.',
  });

  clock.go(8);
  await ana.api.mission.setState.mutate({ missionId, rev: saved.rev, state: 'shownToManager' });
  return { missionId, needId };
}
