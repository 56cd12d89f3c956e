import { silenceLine } from '../script/script.ts';
import type { PlayPhase } from './playbook.ts';

/** Sentences to begin with, in our own words, for each step of the method. Slots in braces follow the plan. */
export const openers: Record<PlayPhase, { title: string; lines: readonly string[] }> = {
  receive: {
    title: 'When the offer comes',
    lines: [
      'Thank you, I am glad about this. I want to look at all of it before I say anything about the figures.',
      'Could you send me the whole offer in writing, with every part of it?',
      'When do you need my answer? I can give it to you by {deadline}.',
      'Which parts of the offer are not in the letter yet?',
    ],
  },
  prepare: {
    title: 'Before you ask',
    lines: [
      'Before we talk about figures: is there a range for this role, and where in it do you see me?',
      'How is pay decided here, and who has a say in it?',
      'I have three questions on the offer before I come to what I would like.',
    ],
  },
  open: {
    title: 'Opening',
    lines: [
      'I want this job. If we agree on the last points, I will say yes.',
      'Is there a range?',
      'To reach what we talked about I would need [what you need]. What is possible there?',
      'Given this scope I am asking for a base of {target}, because [reason].',
      'Are you open to {first ask}?',
      silenceLine,
    ],
  },
  'push-back': {
    title: 'When they push back',
    lines: [
      'I understand. What exactly is fixed, and what can still move?',
      'What would it take to close the gap between {base} and {my last base}?',
      'If the base is at its limit, are you open to the difference as a sign-on?',
      'Could we set a review after six months, tied to [result]?',
      'Let me think about that. I will come back to you tomorrow.',
      silenceLine,
    ],
  },
  close: {
    title: 'Closing',
    lines: [
      'That works for me. Could you put all of it into a revised letter? Then I will sign.',
      'Let me read back what we agreed, so that we both have the same.',
      'I am glad. What happens next, and when would I start?',
    ],
  },
};
