import type { Turn } from '../meeting/agenda.ts';

/** One step of the call: what the candidate does in it, what the employer can do, and for how many minutes. */
export type CallStep = Pick<Turn, 'minutes'> & { id: string; title: string; candidate: string; employer: string };

/** The steps of a call about an offer, in their order. Source: the stages “open”, “push back” and “close” of the method. */
export const callSteps: readonly CallStep[] = [
  {
    id: 'want',
    title: 'Say that you want it',
    candidate: 'Thank them, say that you want the job and what in it. No figure yet.',
    employer: 'Welcome them. You may ask for their number at once, as many do.',
    minutes: 1,
  },
  {
    id: 'need',
    title: 'What you need to succeed',
    candidate: 'Impact before years: what you would bring, and the budget, people or support that it takes.',
    employer: 'Ask what they would do with it. Give something if your brief has it.',
    minutes: 3,
  },
  {
    id: 'ask',
    title: 'One clear ask',
    candidate: 'One figure with its reason, in one breath. Ask for the range first if it helps.',
    employer: 'Hear it out, and do not help them.',
    minutes: 2,
  },
  {
    id: 'silence',
    title: 'Silence',
    candidate: 'Say nothing. Whoever fills the gap gives something away.',
    employer: 'Take your time. Ten seconds feel long to them.',
    minutes: 1,
  },
  {
    id: 'listen',
    title: 'Hear their no',
    candidate: 'Repeat their exact words. Ask what is fixed, who decides, and what would close the gap.',
    employer: 'Say no once, the way your mood says it. “Difficult” is not “impossible”.',
    minutes: 3,
  },
  {
    id: 'trade',
    title: 'Trade, do not come down',
    candidate: 'If one part is fixed, another: sign-on for base, a review date, leave. Move only as they move.',
    employer: 'Move only when they give you a reason that you could repeat to your boss.',
    minutes: 4,
  },
  {
    id: 'close',
    title: 'Close the call',
    candidate: 'Say back what was agreed, ask for it in writing, name the day of your answer, and thank them.',
    employer: 'Agree to what was said, or correct it.',
    minutes: 2,
  },
];

/** How long the whole call is meant to take, in minutes. */
export const callMinutes = callSteps.reduce((sum, { minutes }) => sum + minutes, 0);
