import { expect, it } from 'vitest';
import { ProofFields } from './input.ts';
import { canAddProof, gapsOf, mostProofs } from './proof.ts';

const lead = {
  outcome: 'Cut the lead time of a release from 45 to 12 minutes',
  metric: '45 → 12 minutes',
  scope: 'Nine teams, one monorepo',
  verify: 'Ines Duarte, then head of platform',
  led: true,
};

it('is an outcome; the rest may come later', () => {
  expect(ProofFields.parse({ ...lead, metric: '', scope: '', verify: '' }).outcome).toBe(lead.outcome);
  expect(ProofFields.safeParse({ ...lead, outcome: ' ' }).error?.issues[0]?.message).toBe('Write the outcome.');
  expect(ProofFields.safeParse({ ...lead, led: 'yes' }).success).toBe(false);
});

it('says what a stranger could not check', () => {
  expect(gapsOf(lead)).toEqual([]);
  expect(gapsOf({ metric: '', verify: ' ' })).toEqual(['no number yet', 'nobody can check it yet']);
});

it('is one of at most sixty', () => {
  expect(canAddProof(mostProofs - 1).allowed).toBe(true);
  expect(canAddProof(mostProofs).allowed).toBe(false);
});
