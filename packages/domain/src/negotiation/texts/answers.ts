import { standingOf } from '../terms/gate.ts';
import { termLines } from './figures.ts';
import { framed } from './frame.ts';
import { lastTalk } from './talks.ts';
import { fromField, type Line, say, type TextFacts, type Tone } from './text.ts';

/** Yes, with the terms that the letter confirms. What was only said is left out: it belongs into the letter first. */
export function composeAcceptance(facts: TextFacts, tone: Tone): Line[] {
  const { terms, write } = facts;
  const confirmed = terms.filter((term) => standingOf(term) === 'confirmed');
  const letter = confirmed
    .map(({ written }) => written?.on ?? '')
    .sort()
    .at(-1);
  const role = fromField(facts.role, 'Role', 'opportunity');
  const company = fromField(facts.company, 'Company', 'opportunity');
  const dated = fromField(letter ? write.day(letter) : null, 'Day of the letter', 'terms');
  const others = confirmed.filter(({ component }) => component !== 'startDate');
  const listed = termLines(others, facts);
  const body = listed.length > 0 ? listed : [say`${fromField(null, 'Terms that the letter confirms', 'terms')}`];
  const start = confirmed.find(({ component }) => component === 'startDate');
  const first = start?.written?.value.kind === 'date' ? write.day(start.written.value.on) : null;
  const begins = fromField(first, 'Start date', 'terms');
  if (tone === 'warm')
    return framed(
      facts,
      tone,
      [say`I am very glad to accept your offer, and to join ${company} as ${role}.`],
      [say`These are the terms of your letter of ${dated}:`, ...body],
      [say`I will start on ${begins}. Thank you for the way we got here. I look forward to working with you.`],
    );
  return framed(
    facts,
    tone,
    [say`I accept your offer for the role of ${role} at ${company}, on the terms of your letter of ${dated}:`],
    body,
    [say`I will start on ${begins}. Please let me know what you need from me before then.`],
  );
}

/** No, in friendly words and without a reason that nobody asked for. */
export function composeDecline(facts: TextFacts, tone: Tone): Line[] {
  const role = fromField(facts.role, 'Role', 'opportunity');
  const company = fromField(facts.company, 'Company', 'opportunity');
  if (tone === 'warm')
    return framed(
      facts,
      tone,
      [say`Thank you for the offer, and for the time that you and your colleagues have given me.`],
      [
        say`I have thought about it carefully, and I have decided not to join ${company} as ${role}. It was not an easy decision.`,
      ],
      [say`I enjoyed our conversations, and I hope that our paths cross again.`],
    );
  return framed(
    facts,
    tone,
    [say`Thank you for the offer for the role of ${role}. I have decided not to accept it.`],
    [say`I wish you and the team at ${company} all the best.`],
  );
}

/** Thanks: after a conversation, or when it has ended. */
export function composeThanks(facts: TextFacts, tone: Tone): Line[] {
  const company = fromField(facts.company, 'Company', 'opportunity');
  if (facts.outcome === 'accepted')
    return framed(
      facts,
      tone,
      tone === 'warm'
        ? [say`Thank you for everything that you did to make this work. I look forward to starting at ${company}.`]
        : [say`Thank you for your work on the offer. I look forward to starting at ${company}.`],
    );
  if (facts.outcome !== null)
    return framed(facts, tone, [
      tone === 'warm'
        ? say`Thank you again for the time that you gave me. I learned a lot about ${company}, and I wish all of you well.`
        : say`Thank you for your time. I wish you and the team at ${company} all the best.`,
    ]);
  const { day, word } = lastTalk(facts);
  return framed(facts, tone, [
    tone === 'warm'
      ? say`Thank you for the ${word} on ${day}, and for the time you took. I came away wanting this job even more.`
      : say`Thank you for your time on ${day}. I look forward to the next step.`,
  ]);
}
