import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cadenceSentence } from './cadence.ts';
import { charterBlocks, charterChanges, charterLimit, charterTemplate } from './charter.ts';
import { CreateCouncil } from './input.ts';

const thursday = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

describe('a new council', () => {
  const created = {
    name: 'Thursday table',
    purpose: '',
    cadence: thursday,
    charter: charterTemplate('Thursday table', thursday),
  };

  it('starts from a charter that names it and its rhythm and fits the limit', () => {
    expect(created.charter).toContain('Charter of Thursday table');
    expect(created.charter).toContain(cadenceSentence(thursday));
    expect(created.charter.length).toBeLessThan(charterLimit);
    expect(CreateCouncil.parse(created)).toEqual({ ...created, charter: created.charter.trim() });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(81) }],
    ['name', { name: 'Ta\u202eble' }],
    ['purpose', { purpose: 'x'.repeat(1_001) }],
    ['charter', { charter: '  ' }],
    ['charter', { charter: 'x'.repeat(charterLimit + 1) }],
    ['cadence.weekday', { cadence: { ...thursday, weekday: 0 } }],
    ['cadence.weekday', { cadence: { ...thursday, weekday: 1.5 } }],
    ['cadence.time', { cadence: { ...thursday, time: '24:00' } }],
    ['cadence.zone', { cadence: { ...thursday, zone: 'Nowhere' } }],
    ['cadence.minutes', { cadence: { ...thursday, minutes: 241 } }],
    ['cadence', { cadence: { ...thursday, note: 'x' } }],
  ])('refuses a bad %s', (path, change) => {
    const result = CreateCouncil.safeParse({ ...created, ...change });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('a charter on the page', () => {
  it('is headings, lists and paragraphs, and nothing else than text', () => {
    expect(charterBlocks('# Ours\n\n## Rhythm\nWe meet\nweekly.\n\n1. Check-in\n2. Help\n- not numbered\n\n<b>bold</b>')).toEqual(
      [
        { kind: 'title', text: 'Ours' },
        { kind: 'heading', text: 'Rhythm' },
        { kind: 'text', text: 'We meet weekly.' },
        { kind: 'list', numbered: true, entries: ['Check-in', 'Help'] },
        { kind: 'list', numbered: false, entries: ['not numbered'] },
        { kind: 'text', text: '<b>bold</b>' },
      ],
    );
  });

  const piece = fc.constantFrom('# ', '## ', '- ', '12. ', '\n', '\n\n', ' ', 'word', 'ü', '<i>', '*', '#');
  test.prop([fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))])('loses no letter of it', (text) => {
    const letters = (from: string) => from.replace(/[^\p{L}]/gu, '');
    const shown = charterBlocks(text).flatMap((block) => (block.kind === 'list' ? block.entries : [block.text]));
    expect(letters(shown.join(' '))).toBe(letters(text));
  });

  it('that was changed shows the passages that differ, by words, as they read', () => {
    const before = '# Ours\n\n## When we meet\nEvery Thursday.\n\nWe keep it.\n';
    const after = '# Ours\n\n## When we meet\nEvery second Thursday.\n\nWe keep it.\n\n## New\nWe seal first.\n';
    expect(charterChanges(before, after).map((one) => one.filter(({ kind }) => kind !== 'kept'))).toEqual([
      [{ kind: 'added', text: 'second ' }],
      [{ kind: 'added', text: 'New\nWe seal first.' }],
    ]);
    expect(charterChanges(after, after)).toEqual([]);
    expect(charterChanges('One\n', '')).toEqual([[{ kind: 'removed', text: 'One' }]]);
  });

  it('of the template has a title and a section a promise', () => {
    const blocks = charterBlocks(charterTemplate('Ours', thursday));
    expect(blocks.filter((block) => block.kind === 'title')).toEqual([{ kind: 'title', text: 'Charter of Ours' }]);
    expect(blocks.filter((block) => block.kind === 'heading').length).toBeGreaterThanOrEqual(7);
  });
});
