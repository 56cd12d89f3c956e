import { expect, it } from 'vitest';
import { reasonFrom } from './reason.ts';

const lead = { outcome: 'Cut the lead time of a release from 45 to 12 minutes', metric: '45 → 12 minutes' };

it('becomes a reason without what is only for its owner', () => {
  expect(reasonFrom(lead)).toBe('Cut the lead time of a release from 45 to 12 minutes (45 → 12 minutes)');
  expect(reasonFrom({ outcome: 'Raised 3.2 M', metric: '3.2 M' })).toBe('Raised 3.2 M');
  expect(reasonFrom({ outcome: 'Kept the ward open', metric: '' })).toBe('Kept the ward open');
});
