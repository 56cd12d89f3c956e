import type { Turn } from '../ledger/move.ts';

/** One line of a checklist. `id` is stable: ticks are kept by it. */
export type PlayLine = { id: string; text: string };

export const playPhases = ['receive', 'prepare', 'open', 'push-back', 'close'] as const;
/** The stages of a negotiation, in their order. */
export type PlayPhase = (typeof playPhases)[number];

export const situations = [
  'low-offer',
  'short-deadline',
  'non-negotiable',
  'out-of-work',
  'competing-offers',
  'several-rounds',
  'accepted-too-soon',
] as const;
/** What makes a negotiation a special one. */
export type Situation = (typeof situations)[number];

export type Playbook = { title: string; lines: PlayLine[] };

function book(id: string, title: string, texts: readonly string[]): Playbook {
  return { title, lines: texts.map((text, index) => ({ id: `${id}-${index + 1}`, text })) };
}

/** The checklist of each stage, in our own words. Lines are only ever added at the end: ticks hang on their place. */
export const stagePlaybooks: Record<PlayPhase, Playbook> = {
  receive: book('receive', 'When the offer comes', [
    'Thank them and say that you want the job.',
    'React to no figure, high or low.',
    'Ask for time, and say on which day you will answer. Two to five business days are usual.',
    'Ask for the whole offer in writing, every component.',
    'List what is unclear, and ask about it.',
    'Hold it against what you said you wanted, and against what others pay.',
    'Look at the total over the years, not only at the base.',
    'Take a demand to answer on the spot as a warning.',
  ]),
  prepare: book('prepare', 'Before you speak', [
    'Set target, ideal and walk-away, for the base and for the total.',
    'Rank your asks; know the musts from the nice-to-haves.',
    'Give every ask a reason that can be repeated in a room without you.',
    'Write down what they may say, and your reply.',
    'Decide what you accept if pay is truly fixed, and what you would trade for what.',
    'Say the key sentences aloud, to somebody.',
    'Choose the channel, and your own timeline.',
  ]),
  open: book('open', 'Opening', [
    'Say once more that you want the job.',
    'Speak of what you will change before how long you have worked.',
    'Begin with what you need to succeed, then the money.',
    'Make one clear ask with its reason. Then be silent.',
    'Write down their exact words. “Difficult” is not “impossible”.',
    'Be as ready for a yes as for a no.',
  ]),
  'push-back': book('push-back', 'When they push back', [
    'Take the first no as a position, and ask what would close the gap.',
    'Find out what is fixed and who decides.',
    'Trade one component for another instead of giving way.',
    'Move only when they move, and no further than they did.',
    'Look for other ways: a sign-on for base, an early review, results tied to the first 90 days.',
    'Announce nothing that you would not do.',
    'Notice when it is over: the same words again, irritation, a plain end.',
    'Write down everything that was agreed by word of mouth.',
  ]),
  close: book('close', 'Closing', [
    'Stop while both sides are content.',
    'Get every agreed point in a revised letter before you accept.',
    'Compare the letter with what was said, line by line.',
    'Accept clearly, and gladly.',
    'Settle start date, formalities and next steps.',
    'Keep your own record, and leave the tension behind.',
  ]),
};

/** What changes in a special situation, in our own words. */
export const situationPlaybooks: Record<Situation, Playbook> = {
  'low-offer': book('low-offer', 'The offer is far too low', [
    'Say so once, without heat, with the figure that would work and why.',
    'Ask how they came to it: perhaps the level is wrong, not the pay.',
    'Be ready to find that it is not viable.',
  ]),
  'short-deadline': book('short-deadline', 'Hardly any time to answer', [
    'Ask for a day on which you can answer well, and name it.',
    'Ask what happens on the day of their deadline.',
    'Write down a refusal: it says something about them.',
  ]),
  'non-negotiable': book('non-negotiable', '“It is not negotiable”', [
    'Ask which parts that covers.',
    'Go through sign-on, equity, leave, start date and review date one by one.',
    'Ask for what helps you succeed; it comes out of another pocket.',
  ]),
  'out-of-work': book('out-of-work', 'Without a job at present', [
    'Argue from the market, the scope and what it costs them to go on searching.',
    'Negotiate softly, but negotiate: having no job obliges nobody to take less than the work is worth.',
    'Know what months without pay cost you before you set the walk-away.',
  ]),
  'competing-offers': book('competing-offers', 'Another offer in hand', [
    'Name it only if it exists, and without a threat.',
    'Say what would make you choose them.',
    'Bring the deadlines together before you compare.',
  ]),
  'several-rounds': book('several-rounds', 'It takes several rounds', [
    'Put every ask on the table in the first round.',
    'Expect their steps to shrink, and look at your target, not at the last step.',
    'Do not come back for small things.',
  ]),
  'accepted-too-soon': book('accepted-too-soon', 'Accepted too soon', [
    'Reopen only for a fact that is truly new.',
    'Ask for an early review instead, with the result it depends on.',
    'Write down what you will do differently next time.',
  ]),
};

const lineIds = new Set(
  [...Object.values(stagePlaybooks), ...Object.values(situationPlaybooks)].flatMap((one) => one.lines.map(({ id }) => id)),
);

/** Whether a tick belongs to a line that there is. */
export function isPlayLine(id: string): boolean {
  return lineIds.has(id);
}

const ownLine = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a tick can be kept under this key: a line of ours, or the id of a line in a council's own list. */
export function isTickKey(key: string): boolean {
  return isPlayLine(key) || ownLine.test(key);
}

/** How far a checklist is ticked. */
export function countTicked({ lines }: Playbook, ticks: readonly string[]): { done: number; of: number } {
  return { done: lines.filter(({ id }) => ticks.includes(id)).length, of: lines.length };
}

/** The stage that the ledger speaks of: what comes next, going by who has named a figure. */
export function findPlayPhase(turn: Turn, asked: boolean, offered: boolean): PlayPhase {
  if (turn.state === 'accepted') return 'close';
  if (asked && offered) return 'push-back';
  if (asked) return 'open';
  return offered ? 'prepare' : 'receive';
}
