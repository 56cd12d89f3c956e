import type { z } from 'zod';
import type { CouncilFacts } from '../council/council.ts';
import { seatOf } from '../council/council.ts';
import { type Decision, every, no, yes } from '../kernel/decision.ts';
import type { HelpFields, HelpVerdict } from './input.ts';

/** How long a request takes at the table: short ones come first. Minutes are what a meeting plans for each. */
export const helpMinutes = { short: 5, long: 15 } as const;
export type HelpLength = keyof typeof helpMinutes;

/** The kind of feedback that is wanted: the asker says it first. */
export type FeedbackKind = z.output<typeof HelpFields>['feedback'];

export type HelpAnswer = { answerId: string; authorId: string; text: string; at: string };

/** What a member wants from the council. `verdict`: whether it changed anything, once the asker has said so. */
export type HelpRequest = z.output<typeof HelpFields> & {
  helpId: string;
  askerId: string;
  rev: number;
  at: string;
  settledAt: string | null;
  verdict: z.output<typeof HelpVerdict> | null;
  answers: HelpAnswer[];
};

export const mostOpenRequests = 5;
export const mostAnswers = 60;

type Table = Pick<CouncilFacts, 'closed' | 'seats'>;
type Asked = Pick<HelpRequest, 'askerId' | 'settledAt'>;

function sits(council: Table, viewerId: string): Decision {
  if (council.closed) return no('This council is closed.');
  return seatOf(council, viewerId) ? yes : no('You are not in this council.');
}

/** A request as one member reads it. `unheard`: a sentence of which they have not yet said what they heard. */
export type ReadRequest = HelpRequest & { unheard: boolean };

/** For how many seconds a sentence is shown to who says what they heard. */
export const heardSeconds = 10;

/**
 * A sentence to be heard is not read: its words, and what others understood, reach a member once they have said what they
 * heard, or it is settled. Who asked reads everything.
 */
export function readRequest(request: HelpRequest, viewerId: string): ReadRequest {
  const { feedback, askerId, settledAt, answers } = request;
  const open = feedback !== 'heard' || askerId === viewerId || settledAt !== null;
  if (open || answers.some(({ authorId }) => authorId === viewerId)) return { ...request, unheard: false };
  return { ...request, text: '', answers: [], unheard: true };
}

/** Every member asks; a few at a time, so that each gets its minutes. `open`: how many of theirs wait. */
export function canAskForHelp(council: Table, viewerId: string, open: number): Decision {
  const room = open < mostOpenRequests ? yes : no(`You have ${mostOpenRequests} open requests. Close one first.`);
  return every(sits(council, viewerId), room);
}

/** Who asked changes the words while the request is open. */
export function canEditHelp(request: Asked, viewerId: string): Decision {
  const mine = request.askerId === viewerId ? yes : no('Only the person who asked can change this request.');
  return every(mine, request.settledAt === null ? yes : no('This request is closed.'));
}

/** Who asked says whether it changed anything; they may say it anew. */
export function canSettleHelp(request: Asked, viewerId: string): Decision {
  return request.askerId === viewerId ? yes : no('Only the person who asked can say whether it changed anything.');
}

/** Who asked takes a request away with its answers. */
export function canRemoveHelp(request: Asked, viewerId: string): Decision {
  return request.askerId === viewerId ? yes : no('Only the person who asked can take this request away.');
}

/** Everybody at the table answers while it is open; who asked may add to it. */
export function canAnswerHelp(council: Table, request: Asked, viewerId: string, answers: number): Decision {
  const open = request.settledAt === null ? yes : no('This request is closed.');
  const room = answers < mostAnswers ? yes : no(`A request takes at most ${mostAnswers} answers.`);
  return every(sits(council, viewerId), open, room);
}

/** An answer is taken back by who wrote it. */
export function canDropAnswer(authorId: string, viewerId: string): Decision {
  return authorId === viewerId ? yes : no('Only the person who wrote this answer can take it back.');
}

/** Open requests first, short before long, oldest first; then the settled, newest first. */
export function orderRequests<R extends Pick<HelpRequest, 'length' | 'settledAt' | 'at'>>(requests: readonly R[]): R[] {
  const open = requests.filter(({ settledAt }) => settledAt === null);
  const settled = requests.filter(({ settledAt }) => settledAt !== null);
  const rank = ({ length, at }: R) => `${length === 'short' ? 0 : 1}${at}`;
  return [
    ...open.toSorted((a, b) => rank(a).localeCompare(rank(b))),
    ...settled.toSorted((a, b) => (b.settledAt ?? '').localeCompare(a.settledAt ?? '')),
  ];
}

/** How many of the last settled requests changed something. Counts, never a rate. */
export type Health = { settled: number; changed: number; sentence: string };

const looksAt = 12;
const enough = 3;

/**
 * The one health figure of a council: of its last twelve settled requests, how many changed what the asker does. Below
 * three it says that it is too early. Source: "if after three meetings no feedback has changed what anyone does, talk about it".
 */
export function healthOf(requests: readonly Pick<HelpRequest, 'settledAt' | 'verdict'>[]): Health {
  const last = requests
    .filter(({ settledAt, verdict }) => settledAt !== null && verdict !== null)
    .toSorted((a, b) => (b.settledAt ?? '').localeCompare(a.settledAt ?? ''))
    .slice(0, looksAt);
  const changed = last.filter(({ verdict }) => verdict?.changed).length;
  return { settled: last.length, changed, sentence: sayHealth(last.length, changed) };
}

function sayHealth(settled: number, changed: number): string {
  if (settled < enough) return `Too early to say: ${settled} of ${enough} requests have been closed with an answer to this.`;
  if (changed === 0) return `None of the last ${settled} requests changed what anybody does. Talk about it at the next meeting.`;
  return `${changed} of the last ${settled} requests changed what the asker does.`;
}
