import { findStanding, type KeptMove } from '../ledger/move.ts';
import { componentLabel } from '../package.ts';
import { askLines, packageLines, termLines } from './figures.ts';
import { framed } from './frame.ts';
import { fromField, type Line, say, type TextFacts, type Tone } from './text.ts';

const isLive = ({ channel }: KeptMove) => channel === 'call' || channel === 'video' || channel === 'meeting';
const called: Partial<Record<KeptMove['channel'], string>> = { call: 'call', video: 'call', meeting: 'meeting' };

/** The last conversation of the ledger: what it was, and on which day. */
export function lastTalk({ moves, write }: TextFacts) {
  const talk = moves.findLast(isLive);
  const day = fromField(talk ? write.dayOf(talk.at) : null, 'Day of the last call', 'ledger');
  return { day, word: (talk && called[talk.channel]) ?? 'call' };
}

const listed = (title: Line, lines: readonly Line[]): Line[] => (lines.length === 0 ? [] : [title, ...lines]);

/** What they called possible and what fixed when they last spoke of it, as a sentence each. */
function firmnessLines({ moves }: TextFacts): Line[] {
  const last = moves.findLast(({ party, heard }) => party === 'employer' && heard.length > 0);
  if (!last) return [];
  const names = (firmness: string) =>
    last.heard
      .filter((one) => one.firmness === firmness)
      .map(({ component }) => componentLabel(component, last.package.others).toLowerCase())
      .join(', ');
  const [open, fixed] = [names('possible'), names('fixed')];
  return [
    ...(open === '' ? [] : [say`You said that there is room in: ${fromField(open, 'What they called possible', 'ledger')}.`]),
    ...(fixed === '' ? [] : [say`You said that this is fixed: ${fromField(fixed, 'What they called fixed', 'ledger')}.`]),
  ];
}

/** After a call: what each side said and what was agreed, so that both have the same. */
export function composeRecap(facts: TextFacts, tone: Tone): Line[] {
  const { moves, terms } = facts;
  const { day, word } = lastTalk(facts);
  const theirs = findStanding(moves, 'employer');
  const asked = moves.findLast(({ party, kind }) => party === 'candidate' && kind === 'propose');
  const offered = listed(say`You offered:`, theirs ? packageLines(theirs, 'they offer', facts) : []);
  const one = asked ? packageLines(asked.package, 'you asked for', facts) : [];
  const other = asked?.second ? [say`or, just as good for me:`, ...packageLines(asked.second, 'you asked for', facts)] : [];
  const wanted = listed(say`I asked for:`, [...one, ...other]);
  const agreed = terms.filter(({ state }) => state === 'agreed' || state === 'confirmed');
  const settled = listed(say`We agreed on:`, termLines(agreed, facts));
  const nothing = offered.length + wanted.length + settled.length === 0;
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
  return framed(facts, tone, [first], offered, wanted, firmnessLines(facts), settled, gap, [last]);
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

/** What one asks for: first what the work needs, then the money; the target where no ask is about pay. */
export function composeCounter(facts: TextFacts, tone: Tone): Line[] {
  const { asks, moves, plan, write } = facts;
  const [pay, work] = [asks.filter(({ leg }) => leg === 'compensation'), asks.filter(({ leg }) => leg !== 'compensation')];
  const theirs = findStanding(moves, 'employer')?.base ?? null;
  const stands = theirs === null ? null : fromField(write.money(theirs, plan.currency), 'Base that they offer', 'ledger');
  const { base } = plan.target;
  const target = fromField(base === null ? null : write.money(base, plan.currency), 'Your target base', 'plan');
  const wanted = pay.length > 0 || base !== null || asks.length === 0;
  const onPay: Line[] =
    pay.length > 0
      ? [stands ? say`On pay, you are at a base of ${stands}. I ask for:` : say`On pay, I ask for:`, ...askLines(pay, facts)]
      : [
          stands
            ? say`On pay, you are at a base of ${stands}. I ask for ${target}.`
            : say`On pay, I ask for a base of ${target}.`,
        ];
  const [first, last] =
    tone === 'warm'
      ? [
          say`Thank you for the offer, and for the time that you have given me. I want this job, and I think that we can settle the last points.`,
          say`If one of these cannot move, tell me which one, and let us look together at what can.`,
        ]
      : [
          say`Thank you for the offer. I would like to accept it once the points below are settled.`,
          say`If one of these cannot move, please tell me which one, and what can move instead.`,
        ];
  return framed(facts, tone, [first], listed(say`To do this work well I need:`, askLines(work, facts)), wanted ? onPay : [], [
    last,
  ]);
}
