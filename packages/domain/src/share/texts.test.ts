import { expect, it } from 'vitest';
import { listTexts } from './texts.ts';

it('are found wherever they stand, without ids, dates and figures', () => {
  const item = {
    id: '0197f7a0-0000-7000-8000-000000000001',
    on: '2026-11-27',
    at: '2026-11-27T10:00:00.000Z',
    amount: 18_000_000,
    plan: [{ text: 'I ask 180k.', slots: [{ value: '180 000' }] }, null, { text: '' }],
  };
  expect(listTexts(item)).toEqual(['I ask 180k.', '180 000']);
  expect(listTexts(undefined)).toEqual([]);
});
