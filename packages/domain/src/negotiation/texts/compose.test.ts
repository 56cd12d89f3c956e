import { describe, expect, it } from 'vitest';
import type { Ask } from '../asks/ask.ts';
import type { KeptMove } from '../ledger/move.ts';
import { emptyPackage } from '../package.ts';
import type { Term } from '../terms/term.ts';
import { composeText, suggestText } from './compose.ts';
import { listMissing, type TextFacts, textKinds, tones, wordsOf } from './text.ts';
import { traceText } from './trace.ts';

const money = (minor: number, currency: string) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(minor / 100);
const day = (on: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(on));
const write = { money, percent: (text: string) => `${text}%`, number: String, day, dayOf: day };

const move = (more: Partial<KeptMove>): KeptMove => ({
  ...{ moveId: 'm', rev: 1, at: '2026-11-24T10:00:00.000Z', party: 'employer', kind: 'propose', channel: 'call', words: '' },
  ...{ counterpart: null, package: emptyPackage, firmness: 'unclear', heard: [], about: null, cites: null, earlier: [] },
  ...more,
});
const ask = (title: string, leg: Ask['leg'], amount: number | null, justification = ''): Ask => ({
  ...{ askId: title, rev: 1, tier: 'must', fallback: 'SECRET-FALLBACK', evidenceIds: [], proofIds: [], serves: null },
  ...{ fromNeed: null, title, leg, amount, justification },
});
const term = (more: Partial<Term>): Term => ({
  ...{ termId: 't', rev: 1, component: 'base', name: '', spoken: null, written: null, reason: '', state: 'agreed' },
  ...{ value: { kind: 'money', minor: 9_500_000, currency: 'EUR' } },
  ...more,
});
const inLetter = (value: Term['value']) => ({ value, document: 'Offer letter', page: '1', on: '2026-12-01' });
const base95: Term['value'] = { kind: 'money', minor: 9_500_000, currency: 'EUR' };
const start: Term['value'] = { kind: 'date', on: '2027-02-01' };

const whole: TextFacts = {
  ...{ me: 'Ana Moreau', theirName: 'Ines', company: 'Umbra', role: 'Lead' },
  plan: { currency: 'EUR', target: { base: 9_800_000, total: null } },
  asks: [
    ask('A base of 98,000', 'compensation', 9_800_000, 'Nine cities instead of four'),
    ask('A second product manager', 'resources', 7_000_000, 'The roadmap names two teams.'),
  ],
  moves: [
    move({ party: 'candidate', package: { ...emptyPackage, base: 9_800_000 } }),
    move({
      package: { ...emptyPackage, base: 9_200_000, bonusPercent: '10' },
      heard: [{ component: 'bonusPercent', firmness: 'possible' }],
    }),
  ],
  terms: [
    term({ state: 'confirmed', written: inLetter(base95) }),
    term({ termId: 's', component: 'startDate', state: 'confirmed', value: start, written: inLetter(start) }),
    term({ termId: 'v', component: 'title', value: { kind: 'text', text: 'Senior lead' } }),
  ],
  ...{ outcome: null, deadline: '2026-11-27', laterDay: '2026-12-01', write, locale: 'en-GB' },
};
const bare: TextFacts = {
  ...{ ...whole, me: '', theirName: '', company: '', role: '', asks: [], moves: [], terms: [], deadline: null, laterDay: null },
  plan: { currency: 'EUR', target: { base: null, total: null } },
};
const text = (kind: (typeof textKinds)[number], tone: (typeof tones)[number], facts = whole) =>
  wordsOf(composeText(kind, tone, facts));

describe('a text of one’s own fields', () => {
  it('is a recap of what each side said and what was agreed', () => {
    expect(text('recap', 'plain')).toBe(
      `Hello Ines,

Thank you for the call on 24 November. This is what I noted.

You offered:
- Base: €92,000 a year
- Bonus: 10% of base

I asked for:
- Base: €98,000 a year

You said that there is room in: bonus.

We agreed on:
- Base: €95,000
- Start date: 1 February
- Title: Senior lead

Please correct me if something is not as you meant it.

Best regards,
Ana Moreau`,
    );
  });
  it('names in a recap what was said without money, and two packages of the same worth', () => {
    const first = { ...emptyPackage, base: 9_800_000, clauses: [{ about: 'startDate' as const, text: '2027-02-01' }] };
    const two = move({ party: 'candidate', package: first, second: { ...emptyPackage, signOn: 1_500_000 } });
    expect(text('recap', 'plain', { ...whole, moves: [two] })).toContain(
      'I asked for:\n- Base: €98,000 a year\n- Start date: 1 February\nor, just as good for me:\n- Sign-on: €15,000\n',
    );
  });
  it('recaps the call of that day alone, with its words, and with what quick notes called fixed and possible', () => {
    const earlier = move({ at: '2026-11-10T10:00:00.000Z', channel: 'mail', package: { ...emptyPackage, base: 9_000_000 } });
    const noon = move({ at: '2026-11-24T12:00:00.000Z', channel: 'mail', package: { ...emptyPackage, signOn: 900_000 } });
    const spoken = move({
      kind: 'talk',
      words: 'Base is fixed, but a review\nin June is not.',
      firmness: 'fixed',
      about: ['base'],
    });
    const recap = text('recap', 'plain', { ...whole, terms: [], moves: [earlier, spoken, noon] });
    expect(recap).toContain('You said that this is fixed: base.\nIn your words: “Base is fixed, but a review in June is not.”');
    expect(recap).not.toMatch(/€|You offered|I asked/);
    const fixed = move({ package: { ...emptyPackage, base: 9_000_000 }, firmness: 'fixed' });
    const room = move({ package: { ...emptyPackage, signOn: 900_000 }, firmness: 'possible' });
    const quick = text('recap', 'plain', { ...whole, terms: [], moves: [earlier, fixed, room] });
    expect(quick).toContain('You said that there is room in: sign-on.\nYou said that this is fixed: base.');
    expect(quick).toContain('You offered:\n- Base: €90,000 a year\n- Sign-on: €9,000\n');
  });
  it('never counters below what they offer, and goes by the last ask', () => {
    const [work, offer] = [whole.asks.slice(1), move({ package: { ...emptyPackage, base: 9_850_000 } })];
    const mine = (base: number) => move({ party: 'candidate', package: { ...emptyPackage, base, bonusPercent: '10' } });
    const counter = (more: Partial<TextFacts>) => text('counter', 'plain', { ...whole, ...more });
    expect(counter({ asks: [], moves: [offer] })).toContain('you are at a base of €98,500. I ask for [Base that you ask for].');
    for (const asks of [whole.asks, work]) expect(counter({ asks, moves: [offer] })).not.toContain('98,0');
    expect(counter({ asks: [], moves: [mine(9_500_000), offer] })).toContain('I ask for:\n- Bonus: 10% of base\n');
    const raised = counter({ moves: [mine(10_500_000), offer] });
    expect(raised).toContain('you are at a base of €98,500. I ask for:\n- Base: €105,000 a year\n- Bonus: 10% of base\n');
    expect(raised).not.toContain('98,000');
    expect(counter({ moves: [move({ package: { ...emptyPackage, base: 9_000_000 } }), mine(9_800_000)] })).toContain(
      'I ask for:\n- Bonus: 10% of base\n- A base of 98,000. Nine cities instead of four.',
    );
  });
  it('asks for more time with both days', () => {
    expect(text('more-time', 'warm')).toContain('You asked for it by 27 November. Could I have until 1 December?');
  });
  it('counters with what the work needs before the money, each amount once and with its reason', () => {
    const counter = text('counter', 'warm');
    expect(counter).toContain('To do this work well I need:\n- A second product manager: €70,000. The roadmap names two teams.');
    expect(counter).toContain(
      'On pay, you are at a base of €92,000. I ask for:\n- A base of 98,000. Nine cities instead of four.',
    );
    expect(counter).not.toContain('SECRET');
    expect(text('counter', 'plain', { ...whole, asks: [], moves: [] })).toContain('On pay, I ask for a base of €98,000.');
  });
  it('accepts on what the letter confirms, and leaves out what was only said', () => {
    const yes = text('acceptance', 'plain');
    expect(yes).toContain('I accept your offer for the role of Lead at Umbra, on the terms of your letter of 1 December:');
    expect(yes).toContain('- Base: €95,000\n\nI will start on 1 February.');
    expect(yes).not.toContain('Senior lead');
  });
  it('declines and thanks without a figure', () => {
    for (const tone of tones)
      for (const outcome of ['accepted', 'declined', null] as const)
        for (const kind of ['decline', 'thanks'] as const)
          expect(text(kind, tone, { ...whole, outcome })).not.toMatch(/[€%]|\d\d,/);
  });
  it('says what is missing by its field, and invents nothing', () => {
    for (const kind of textKinds)
      for (const tone of tones) {
        const lines = composeText(kind, tone, bare);
        expect(wordsOf(lines), `${kind} ${tone}`).not.toMatch(/\d|null|undefined|NaN/);
        expect(listMissing(lines).length, `${kind} ${tone}`).toBeGreaterThan(1);
        expect(listMissing(composeText(kind, tone, whole)), `${kind} ${tone}`).toEqual([]);
      }
    expect(listMissing(composeText('counter', 'warm', bare)).map(({ label, at }) => [label, at])).toEqual([
      ['Name of the manager or recruiter', 'opportunity'],
      ['Your target base', 'plan'],
      ['Your name', 'me'],
    ]);
  });
  it('speaks without exclamation marks, and differs by its tone', () => {
    for (const kind of textKinds) {
      expect(text(kind, 'warm')).not.toBe(text(kind, 'plain'));
      for (const tone of tones) expect(text(kind, tone)).not.toMatch(/!|walk| {2}/);
    }
  });
});

describe('the text that the stage calls for', () => {
  it('goes by who spoke last and how it ended', () => {
    const of = (more: Partial<TextFacts>) => suggestText({ ...bare, ...more });
    expect(of({})).toBe('more-time');
    expect(of({ moves: [move({})] })).toBe('recap');
    expect(of({ moves: [move({ channel: 'mail' })] })).toBe('counter');
    expect(of({ moves: [move({ kind: 'accept', party: 'candidate' })] })).toBe('acceptance');
    expect(of({ terms: whole.terms })).toBe('acceptance');
    expect([of({ outcome: 'accepted' }), of({ outcome: 'declined' }), of({ outcome: 'withdrawn' })]).toEqual([
      'acceptance',
      'decline',
      'decline',
    ]);
  });
});

describe('every figure', () => {
  const fieldsIn = (edited: string, kind: (typeof textKinds)[number] = 'counter') =>
    traceText(edited, composeText(kind, 'plain', whole), 'en-GB').flatMap(({ is, text: words, field }) =>
      is === 'words' ? [] : [[is, words, field?.label ?? '']],
    );
  it('is traced to its field, and the stretches are the text', () => {
    for (const kind of textKinds)
      for (const tone of tones) {
        const lines = composeText(kind, tone, whole);
        const traced = traceText(wordsOf(lines), lines, 'en-GB');
        expect(traced.map((one) => one.text).join('')).toBe(wordsOf(lines));
        expect(
          traced.filter(({ is }) => is === 'loose' || is === 'gap'),
          `${kind} ${tone}`,
        ).toEqual([]);
      }
  });
  it('is traced in an edited text too; a figure that no field has is said to be none, and a gap stays one', () => {
    expect(fieldsIn('You are at €92,000. Could you reach 97k by [day]? I have 2 questions.')).toEqual([
      ['field', '€92,000', 'Base that they offer'],
      ['loose', '97k', ''],
      ['gap', '[day]', ''],
    ]);
  });
  it('is told apart where two fields say the same', () => {
    const same = { ...whole, moves: [...whole.moves, move({ package: { ...emptyPackage, base: 9_800_000 } })] };
    const lines = composeText('recap', 'plain', same);
    const labels = traceText(wordsOf(lines), lines, 'en-GB').flatMap(({ text: words, field }) =>
      words === '€98,000' ? [field?.label] : [],
    );
    expect(labels).toEqual(['Base that they offer', 'Base that you asked for']);
  });
});
