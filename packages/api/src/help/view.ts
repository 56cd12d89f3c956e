import { healthOf, orderRequests, readRequest } from '@parley/domain/help/help';
import type { HelpOf, HelpRef } from '@parley/domain/help/input';
import { notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { question } from '../read.ts';
import { answersOf, helpIn, helpOf, openHelp } from './rows.ts';

/** What members of a council want help with, who they are, and how often help changed anything. */
export const helpQuestion = question({
  ask: ({ councilId }: z.output<typeof HelpOf>) => ({
    requests: helpOf(councilId),
    answers: answersOf(councilId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }) {
    const asked = orderRequests(rows.requests.map((row) => openHelp(open, row, rows.answers)));
    const requests = asked.map((request) => readRequest(request, viewer.id));
    const ids = requests.flatMap(({ askerId, answers }) => [askerId, ...answers.map(({ authorId }) => authorId)]);
    return { requests, names: namesOf(rows.people, open, ids), health: healthOf(requests), viewerId: viewer.id };
  },
});

/** The words of one request, for the ten seconds in which they are shown. */
export const hearingQuestion = question({
  ask: ({ helpId }: z.output<typeof HelpRef>) => ({ help: helpIn(helpId) }),
  answer({ rows, open }) {
    const [row] = rows.help;
    if (!row) throw notFound();
    return { text: openHelp(open, row, []).text };
  },
});
