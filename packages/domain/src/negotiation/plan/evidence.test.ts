import { describe, expect, it } from 'vitest';
import { type Evidence, findLinkedEvidence, hostOf, knowsEvidence, orderByProof } from './evidence.ts';
import { EvidenceFields } from './input.ts';

const entry = (evidenceId: string, more: Partial<Evidence> = {}): Evidence => ({
  evidenceId,
  rev: 1,
  source: evidenceId,
  on: null,
  figure: null,
  link: '',
  words: '',
  ...more,
});
const fields = { source: 'A survey', on: null, figure: null, link: '', words: '' };

describe('a link', () => {
  const takes = (link: string) => EvidenceFields.safeParse({ ...fields, link }).success;
  it('is an http or https address, or none', () => {
    for (const link of [
      '',
      'https://example.org/pay?x=1#y',
      'http://example.org',
      'HTTPS://Example.ORG/',
      ' https://example.org ',
    ])
      expect(takes(link), link).toBe(true);
  });
  it('may be typed without https, as people copy it', () => {
    const kept = (link: string) => EvidenceFields.parse({ ...fields, link }).link;
    expect(['levels.fyi/offer?x=1', 'example.org:8443/x', 'http://example.org', ''].map(kept)).toEqual([
      ...['https://levels.fyi/offer?x=1', 'https://example.org:8443/x', 'http://example.org', ''],
    ]);
  });
  it('is nothing that runs, dresses up or breaks', () => {
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org',
      'example',
      'mailto:ana@example.org',
      '//example.org',
      'https://',
      'https:example.org',
      'https://bank.example@evil.example/',
      'https://u:p@evil.example',
      'https://exa mple.org',
      'java\nscript:alert(1)',
      'https://example.org/\u202egro.elpmaxe',
      `https://example.org/${'a'.repeat(500)}`,
    ])
      expect(takes(link), link).toBe(false);
  });
  it('shows its host, foreign letters in their safe spelling', () => {
    expect(hostOf('https://Example.org:8443/x')).toBe('example.org:8443');
    expect(hostOf('https://exаmple.org/')).toMatch(/^xn--/);
    expect(hostOf('javascript:alert(1)')).toBe('');
  });
});

describe('evidence', () => {
  it('is a source with a figure in a currency that there is', () => {
    const takes = (more: object) => EvidenceFields.safeParse({ ...fields, ...more }).success;
    expect(takes({ figure: { amount: 1, currency: 'KWD' }, on: '2026-02-28' })).toBe(true);
    for (const bad of [
      { source: ' ' },
      { figure: { amount: 1.5, currency: 'EUR' } },
      { figure: { amount: -1, currency: 'EUR' } },
      { figure: { amount: 1, currency: 'EURO' } },
      { figure: { amount: 1e15, currency: 'EUR' } },
      { figure: 5 },
      { on: '2026-02-30' },
      { words: 'a'.repeat(1001) },
      { more: 1 },
    ])
      expect(takes(bad), JSON.stringify(bad)).toBe(false);
  });
  it('is linked in order, and what is gone is left out', () => {
    const all = [entry('a'), entry('b')];
    expect(findLinkedEvidence(['b', 'x', 'a'], all).map(({ evidenceId }) => evidenceId)).toEqual(['b', 'a']);
    expect([knowsEvidence(['b'], all), knowsEvidence(['b', 'x'], all), knowsEvidence([], [])]).toEqual([true, false, true]);
  });
  it('proves best what the asks rest on, then figures, the latest first', () => {
    const figure = { amount: 1, currency: 'EUR' };
    const all = [
      entry('words', { on: '2026-09-01' }),
      entry('old', { figure, on: '2025-01-01' }),
      entry('new', { figure, on: '2026-01-01' }),
      entry('asked'),
    ];
    const ids = (most: number) =>
      orderByProof([{ evidenceIds: [] }, { evidenceIds: ['asked', 'asked'] }], all, most).map((one) => one.evidenceId);
    expect(ids(9)).toEqual(['asked', 'new', 'old', 'words']);
    expect(ids(2)).toEqual(['asked', 'new']);
  });
});
