import { describe, expect, it } from 'vitest';
import { type Dated, listNearing } from './near.ts';

const nothing: Dated = { zone: 'Asia/Kathmandu', offers: [], commitments: [], rounds: [], told: [] };
const kinds = (dated: Partial<Dated>, now: string) =>
  listNearing({ ...nothing, ...dated }, new Date(now)).map(({ kind }) => kind);
const told = (kind: Dated['told'][number]['kind'], at: string) => [{ kind, subjectId: 'it', at: new Date(at) }];

describe('what the clock tells', () => {
  it('is an offer’s deadline, two days before it ends in the employer’s zone, once, and again when it is moved', () => {
    // ends at 2026-11-27T07:00Z
    const offers = [{ offerId: 'it', deadline: { kind: 'date', on: '2026-11-26', zone: 'America/Denver' } as const }];
    expect(kinds({ offers }, '2026-11-25T06:59:00Z')).toEqual([]);
    expect(kinds({ offers }, '2026-11-25T07:00:00Z')).toEqual(['deadlineNears']);
    expect(kinds({ offers }, '2026-11-27T07:00:00Z')).toEqual([]);
    expect(kinds({ offers, told: told('deadlineNears', '2026-11-25T07:00:00Z') }, '2026-11-25T08:00:00Z')).toEqual([]);
    expect(kinds({ offers, told: told('deadlineNears', '2026-11-20T07:00:00Z') }, '2026-11-25T08:00:00Z')).toEqual([
      'deadlineNears',
    ]);
    expect(kinds({ offers: [{ offerId: 'it', deadline: null }] }, '2026-11-25T07:00:00Z')).toEqual([]);
  });

  it('is a round that ends in a day, for who has not sealed, unless they were asked since', () => {
    const rounds = [{ roundId: 'it', mine: false, deadlineAt: new Date('2026-11-27T12:00:00Z') }];
    expect(kinds({ rounds }, '2026-11-26T11:59:00Z')).toEqual([]);
    expect(kinds({ rounds }, '2026-11-26T12:00:00Z')).toEqual(['roundNears']);
    expect(kinds({ rounds, told: told('roundOpened', '2026-11-26T11:00:00Z') }, '2026-11-26T13:00:00Z')).toEqual(['roundNears']);
    for (const kind of ['roundOpened', 'roundReminder', 'roundNears'] as const)
      expect(kinds({ rounds, told: told(kind, '2026-11-26T12:30:00Z') }, '2026-11-26T13:00:00Z')).toEqual([]);
    expect(kinds({ rounds }, '2026-11-27T12:00:00Z')).toEqual([]);
  });

  it('is an own round whose deadline has come, once a deadline', () => {
    const rounds = [{ roundId: 'it', mine: true, deadlineAt: new Date('2026-11-27T12:00:00Z') }];
    expect(kinds({ rounds }, '2026-11-27T11:00:00Z')).toEqual([]);
    expect(kinds({ rounds }, '2026-11-27T12:00:00Z')).toEqual(['roundStuck']);
    expect(kinds({ rounds, told: told('roundStuck', '2026-11-27T12:00:00Z') }, '2026-11-27T13:00:00Z')).toEqual([]);
    expect(kinds({ rounds, told: told('roundStuck', '2026-11-20T12:00:00Z') }, '2026-11-27T13:00:00Z')).toEqual(['roundStuck']);
    expect(kinds({ rounds: [{ roundId: 'it', mine: true, deadlineAt: null }] }, '2026-11-27T13:00:00Z')).toEqual([]);
  });

  it('is a commitment from the morning of its day, on the clock of who took it on, once, and again when it is put off', () => {
    const commitments = [{ commitmentId: 'it', dueOn: '2026-11-27' }];
    // Kathmandu is 5:45 ahead
    expect(kinds({ commitments }, '2026-11-26T12:00:00Z')).toEqual([]);
    expect(kinds({ commitments }, '2026-11-27T02:14:00Z')).toEqual([]);
    expect(kinds({ commitments }, '2026-11-27T02:15:00Z')).toEqual(['commitmentDue']);
    expect(kinds({ commitments, told: told('commitmentDue', '2026-11-27T02:15:00Z') }, '2026-11-28T02:15:00Z')).toEqual([]);
    expect(kinds({ commitments, told: told('commitmentDue', '2026-11-20T02:15:00Z') }, '2026-11-28T00:15:00Z')).toEqual([
      'commitmentDue',
    ]);
  });
});
