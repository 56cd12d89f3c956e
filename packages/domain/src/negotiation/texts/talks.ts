import { readFixed } from '../ledger/fixed.ts';
import { type Firmness, type KeptMove, type Party, proposes, putOf } from '../ledger/move.ts';
import { emptyPackage, layOver } from '../package.ts';
import { packageLines, termLines } from './figures.ts';
import { framed } from './frame.ts';
import { fromField, type Line, say, type TextFacts, type Tone } from './text.ts';

const dayLong = 24 * 60 * 60_000;
const isLive = ({ channel }: KeptMove) => channel === 'call' || channel === 'video' || channel === 'meeting';
const called: Partial<Record<KeptMove['channel'], string>> = { call: 'call', video: 'call', meeting: 'meeting' };

/** The last conversation of the ledger: what it was, on which day, and what was written down of it. */
export function lastTalk({ moves, write }: TextFacts) {
  const talk = moves.findLast(isLive);
  const day = fromField(talk ? write.dayOf(talk.at) : null, 'Day of the last call', 'ledger');
  const within = ({ at, channel }: KeptMove) =>
    channel === talk?.channel &&
    Math.abs(Date.parse(talk.at) - Date.parse(at)) < dayLong &&
    write.dayOf(at) === write.dayOf(talk.at);
  return { day, word: (talk && called[talk.channel]) ?? 'call', said: moves.filter(within) };
}

const listed = (title: Line, lines: readonly Line[]): Line[] => (lines.length === 0 ? [] : [title, ...lines]);

/** What they called possible and what fixed in this conversation, as a sentence each. */
function firmnessLines(said: readonly KeptMove[]): Line[] {
  const heard = readFixed(said);
  const names = (firmness: Firmness) =>
    heard
      .filter((one) => one.firmness === firmness)
      .map(({ label }) => label.toLowerCase())
      .join(', ');
  const [open, fixed] = [names('possible'), names('fixed')];
  return [
    ...(open === '' ? [] : [say`You said that there is room in: ${fromField(open, 'What they called possible', 'ledger')}.`]),
    ...(fixed === '' ? [] : [say`You said that this is fixed: ${fromField(fixed, 'What they called fixed', 'ledger')}.`]),
  ];
}

/** The exact words of one side; mine only where no figure says the same. */
function wordLines(said: readonly KeptMove[], party: Party): Line[] {
  return said
    .filter((move) => move.party === party && move.words.trim() !== '')
    .filter((move) => party === 'employer' || !proposes(move))
    .map(({ words }) => {
      const exact = fromField(
        words.replace(/\s*\n+\s*/g, ' '),
        party === 'employer' ? 'Their exact words' : 'Your exact words',
        'ledger',
      );
      return party === 'employer' ? say`In your words: “${exact}”` : say`In my words: “${exact}”`;
    });
}

/** After a call: what each side said in it and what was agreed, so that both have the same. */
export function composeRecap(facts: TextFacts, tone: Tone): Line[] {
  const { day, word, said } = lastTalk(facts);
  const theirs = said
    .filter((move) => move.party === 'employer' && proposes(move))
    .reduce((sum, move) => layOver(sum, putOf(move)), emptyPackage);
  const asked = said.findLast((move) => move.party === 'candidate' && proposes(move));
  const offered = listed(say`You offered:`, packageLines(theirs, 'they offer', facts));
  const one = asked ? packageLines(asked.package, 'you asked for', facts) : [];
  const other = asked?.second ? [say`or, just as good for me:`, ...packageLines(asked.second, 'you asked for', facts)] : [];
  const wanted = [...listed(say`I asked for:`, [...one, ...other]), ...wordLines(said, 'candidate')];
  const heard = [...firmnessLines(said), ...wordLines(said, 'employer')];
  const agreed = facts.terms.filter(({ state }) => state === 'agreed' || state === 'confirmed');
  const settled = listed(say`We agreed on:`, termLines(agreed, facts));
  const nothing = offered.length + wanted.length + heard.length + settled.length === 0;
  const gap = nothing ? [say`${fromField(null, 'What was said in the call', 'ledger')}`] : [];
  const [first, last] =
    tone === 'warm'
      ? [
          say`Thank you for the ${word} on ${day}. I enjoyed it, and I would like to do this job. Here is what I took away from it, so that we both have the same.`,
          say`If I got something wrong, please tell me. I look forward to hearing from you.`,
        ]
      : [
          say`Thank you for the ${word} on ${day}. This is what I noted.`,
          say`Please correct me if something is not as you meant it.`,
        ];
  return framed(facts, tone, [first], offered, wanted, heard, settled, gap, [last]);
}

/** Asks for more time, with the day. */
export function composeMoreTime(facts: TextFacts, tone: Tone): Line[] {
  const { write } = facts;
  const day = (on: string | null, label: string) => fromField(on === null ? null : write.day(on), label, 'offer');
  const deadline = day(facts.deadline, 'Day by which they want your answer');
  const later = day(facts.laterDay, 'Day that you ask for');
  if (tone === 'warm')
    return framed(
      facts,
      tone,
      [say`Thank you for the offer. I am glad about it, and I want to give you an answer that lasts.`],
      [say`You asked for it by ${deadline}. Could I have until ${later}? I would like to go through every part of it with care.`],
      [say`I will send you my questions before then, so that nothing waits for the last day.`],
    );
  return framed(
    facts,
    tone,
    [say`Thank you for the offer. You asked for my answer by ${deadline}. I would like to give it to you by ${later}.`],
    [say`I need the time to go through every part of the offer. Please let me know whether that works for you.`],
  );
}
