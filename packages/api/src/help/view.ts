import { healthOf, orderRequests } from '@parley/domain/help/help';
import type { HelpOf } from '@parley/domain/help/input';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { question } from '../read.ts';
import { answersOf, helpOf, openHelp } from './rows.ts';

/** What members of a council want help with, who they are, and how often help changed anything. */
export const helpQuestion = question({
  ask: ({ councilId }: z.output<typeof HelpOf>) => ({
    requests: helpOf(councilId),
    answers: answersOf(councilId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }) {
    const requests = orderRequests(rows.requests.map((row) => openHelp(open, row, rows.answers)));
    const ids = requests.flatMap(({ askerId, answers }) => [askerId, ...answers.map(({ authorId }) => authorId)]);
    return { requests, names: namesOf(rows.people, open, ids), health: healthOf(requests), viewerId: viewer.id };
  },
});
