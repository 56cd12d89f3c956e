import { describe, expect, it } from 'vitest';
import { createPlan } from '../negotiation.ts';
import { KeptPlan, Plan } from '../plan/input.ts';
import { openers } from '../plan/opener.ts';
import { KeepVersion } from './input.ts';
import { firstWordsOf, insertLine, listSlotNames, readLines, readParts, silenceLine, slotsOf, startingScript } from './script.ts';
import { slotNames } from './slot-name.ts';

const id = '0197f7a0-0000-7000-8000-000000000001';

describe('a script', () => {
  it('has slots that are filled or open, and figures of the plan', () => {
    expect(listSlotNames('[ask] and [ask] for [reason], [] [ ]')).toEqual(['ask', 'reason']);
    const known = ['ask', 'gone'].map((name) => ({ name, value: 'x' }));
    expect(slotsOf('[ask] [new]', known)).toEqual([
      { name: 'ask', value: 'x' },
      { name: 'new', value: '' },
    ]);
    expect(readParts('I ask [ask], that is { Target }.', known)).toEqual([
      { is: 'words', text: 'I ask ' },
      { is: 'open', name: 'ask', value: 'x' },
      { is: 'words', text: ', that is ' },
      { is: 'figure', slot: 'target' },
      { is: 'words', text: '.' },
    ]);
    expect(readParts('{walk-away} {nothing} {}', [])).toEqual([{ is: 'words', text: '{walk-away} {nothing} {}' }]);
    expect(readParts('', [])).toEqual([]);
  });
  it('says where each part of a line begins in the text, whatever space stands around it', () => {
    const text = 'Thank you.\r\n\n   I ask [ask], that is {target}. \n(silence)';
    const begins = readLines({ text, slots: [] }).flatMap(({ starts }) => starts);
    expect(begins).toEqual([
      0,
      ...['I ask ', '[ask]', ', that', '{target}', '. \n', '(silence)'].map((part) => text.indexOf(part)),
    ]);
  });

  it('is said line by line, with directions to oneself and silence as lines of their own', () => {
    const lines = readLines({ text: '(breathe)\n\nIs there a range?\n (Silence) \nYes.', slots: [] });
    expect(lines.map(({ at, is }) => [at, is])).toEqual([
      [0, 'aside'],
      [2, 'said'],
      [3, 'silence'],
      [4, 'said'],
    ]);
    expect(firstWordsOf({ text: '(breathe)\n  I ask {target}\nMore', slots: [] })).toEqual([
      { is: 'words', text: 'I ask ' },
      { is: 'figure', slot: 'target' },
    ]);
    expect([firstWordsOf({ text: silenceLine, slots: [] }), firstWordsOf(undefined)]).toEqual([[], []]);
  });
  it('takes a line where one is writing, on a line of its own', () => {
    expect(insertLine('', 'One')).toEqual({ text: 'One', end: 3 });
    expect(insertLine('One\n\nThree', 'Two', 1)).toEqual({ text: 'One\n\nTwo\n\nThree', end: 8 });
    expect(insertLine('One\n', 'Two').text).toBe('One\n\nTwo');
  });
  it('has no slot for the walk-away', () => {
    expect(slotNames.filter((name) => /walk|lowest|least/.test(name))).toEqual([]);
  });
});

describe('the one script of an older plan', () => {
  it('is the first of several, with its conversations', () => {
    const { scripts: _, ...rest } = createPlan('EUR');
    const script = { text: 'I ask [a]', slots: [{ name: 'a', value: '120' }], cites: null };
    expect(KeptPlan.parse({ ...rest, script })).toEqual({ ...rest, scripts: [{ id: 'script', name: 'First call', ...script }] });
    expect(KeptPlan.parse(createPlan('EUR'))).toEqual(createPlan('EUR'));
    for (const bad of [null, 7, { ...rest, script: null }, rest]) expect(KeptPlan.safeParse(bad).success).toBe(false);
  });
  it('is not taken over the wire any more, nor is one that stands there twice', () => {
    const { scripts, ...rest } = createPlan('EUR');
    expect(Plan.safeParse({ ...rest, script: { text: '', slots: [] } }).success).toBe(false);
    expect(Plan.safeParse({ ...rest, scripts: [...scripts, ...scripts] }).success).toBe(false);
    expect(Plan.safeParse({ ...rest, scripts: [...scripts, { ...startingScript, id }] }).success).toBe(true);
    expect(Plan.safeParse({ ...rest, scripts: [{ ...startingScript, name: ' ' }] }).success).toBe(false);
    expect(Plan.safeParse({ ...rest, scripts: [] }).success).toBe(true);
    const version = { scriptId: 'script', name: 'A', text: '', slots: [], why: 'saved' };
    expect(KeepVersion.safeParse({ negotiationId: id, version }).success).toBe(true);
    expect(KeepVersion.safeParse({ negotiationId: id, version: { ...version, why: 'shared' } }).success).toBe(false);
  });
});

describe('openers', () => {
  it('are there for every step, with silence among them, and name only what there is', () => {
    for (const { title, lines } of Object.values(openers)) {
      expect(lines.length, title).toBeGreaterThanOrEqual(3);
      for (const line of lines) {
        const braces = [...line.matchAll(/\{/g)].length;
        const figures = readParts(line, []).filter(({ is }) => is === 'figure');
        expect(figures.length, line).toBe(braces);
        expect(line).not.toMatch(/walk/i);
      }
    }
    expect([openers.open, openers['push-back']].every(({ lines }) => lines.includes(silenceLine))).toBe(true);
  });
});
