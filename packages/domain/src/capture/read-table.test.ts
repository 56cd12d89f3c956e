import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns, readStage } from './columns.ts';
import { cutIntoParts, isFormula, listDateOrders, openingKey, readCell, readDay, readTable } from './read-table.ts';

const now = new Date('2026-11-26T12:00:00Z');

describe('the columns of other trackers', () => {
  it.each([
    [
      'Huntr',
      ['Title', 'Company', 'Location', 'List Name', 'Date Applied', 'Url', 'Salary', 'Description'],
      ['role', 'company', 'place', 'stage', 'on', 'link', 'pay', 'notes'],
    ],
    [
      'Teal',
      ['Job Position', 'Company', 'Max Salary', 'Location', 'Status', 'Date Saved', 'Date Applied'],
      ['role', 'company', 'pay', 'place', 'stage', 'on', null],
    ],
    ['a spreadsheet', ['Firma', 'Stelle', 'Datum', 'Kommentar', ''], ['company', 'role', 'on', null, null]],
  ])('of %s are known by their names', (_, header, kinds) => {
    expect(guessColumns(header)).toEqual(kinds);
  });

  it('their stages become ours', () => {
    const words = [
      'Wishlist',
      'Bookmarked',
      'Applied',
      'Interviewing',
      'Phone Screen',
      'Negotiating',
      'Not Selected',
      'I Withdrew',
      'Absage',
      'offer',
      '42',
    ];
    expect(words.map(readStage)).toEqual([
      'lead',
      'lead',
      'applied',
      'interview',
      'screen',
      'negotiating',
      'rejected',
      'withdrawn',
      'rejected',
      'offer',
      null,
    ]);
  });
});

describe('dates', () => {
  it('are asked about only where two readings are possible and differ', () => {
    expect(listDateOrders(['2026-03-04', '2026-12-31T10:00:00Z'])).toEqual(['ymd']);
    expect(listDateOrders(['13/03/2026', '04/03/2026'])).toEqual(['dmy']);
    expect(listDateOrders(['03/13/2026', '03/04/2026'])).toEqual(['mdy']);
    expect(listDateOrders(['03/04/2026', '05/06/2026'])).toEqual(['dmy', 'mdy']);
    expect(listDateOrders(['03/03/2026'])).toEqual(['dmy']);
    expect(listDateOrders(['13/03/2026', '03/13/2026'])).toEqual([]);
    // a list kept by hand for years has both
    expect(listDateOrders(['2026-04-01', '12/03/2026', '13/03/2026'])).toEqual(['dmy']);
    expect(listDateOrders(['2026-04-01', '03/04/2026'])).toEqual(['dmy', 'mdy']);
    expect([readDay('2026-04-01', 'dmy'), readDay('2026-04-01', 'mdy')]).toEqual(['2026-04-01', '2026-04-01']);
    expect(listDateOrders(['', 'soon'])).toEqual([]);
  });

  it('are days of the calendar', () => {
    expect([
      readDay('31.02.2026', 'dmy'),
      readDay('1.2.26', 'dmy'),
      readDay('2026/2/1', 'ymd'),
      readDay('1.2.1926', 'dmy'),
    ]).toEqual([null, '2026-02-01', '2026-02-01', null]);
  });
});

describe('cells that a spreadsheet would run', () => {
  it('are words and nothing else', () => {
    const hostile = [
      '=cmd|"/c calc"!A1',
      '@SUM(1)',
      '+cmd',
      '-2+3+cmd',
      '\t=1+1',
      '=HYPERLINK("https://a.example/x","Acme")',
      '+43 660 1',
      '-12',
    ];
    expect(hostile.map((cell) => isFormula(readCell(cell, 'company')))).toEqual(hostile.map(() => false));
    expect(readCell('=HYPERLINK("https://a.example/x","Acme")', 'link')).toBe('https://a.example/x');
    expect(readCell('=HYPERLINK("https://a.example/x","Acme")', 'company')).toBe('Acme');
    expect(readCell('+43 660 1', 'notes')).toBe('+43 660 1');
  });
});

describe('a list', () => {
  const columns = guessColumns(['Company', 'Role', 'Status', 'Date', 'Tags', 'URL']);
  const read = (rows: string[][]) => readTable({ rows, columns, order: 'dmy', now });

  it('becomes openings line by line, and says of each other line why not', () => {
    const lines = read([
      ['Acme', 'Engineer', 'Applied', '03/04/2026', 'remote; referral, remote', 'https://acme.example/1'],
      ['', '', '', '', '', ''],
      ['', 'Engineer', 'Applied', '03/04/2026', '', ''],
      ['Acme', 'Lead', 'Dreaming', '', '', ''],
      ['Acme', 'Head', '', 'tomorrow', '', ''],
      ['Acme', 'Chief', '', '01/01/2030', '', 'javascript:alert(1)'],
    ]);
    expect(lines.map(({ line, why }) => [line, why])).toEqual([
      [2, null],
      [4, 'Write the company.'],
      [5, '“Dreaming” is no stage that Parley knows.'],
      [6, '“tomorrow” cannot be read as a day.'],
      [7, null],
    ]);
    expect(lines[0]?.opening).toMatchObject({
      stage: 'applied',
      on: '2026-04-03',
      tags: ['remote', 'referral'],
      link: 'https://acme.example/1',
    });
    expect(lines[4]?.opening).toMatchObject({ stage: 'lead', on: '2026-11-27', link: '' });
  });

  it('is read whatever it holds, and no cell stays one that runs', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('=1', '@x', 'Applied', '1/2/2026', ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (rows) => {
        for (const { opening } of read(rows))
          if (opening) for (const text of [opening.company, opening.role]) expect(isFormula(text)).toBe(false);
      }),
    );
  });

  it('is the same opening without case and spaces, and goes in parts that fit', () => {
    expect(openingKey({ company: ' ACME  Inc', role: 'x' })).toBe(openingKey({ company: 'acme inc', role: 'X' }));
    expect(cutIntoParts(Array.from({ length: 60 }, (_, at) => at)).map((part) => part.length)).toEqual([25, 25, 10]);
    expect(cutIntoParts(['a'.repeat(30_000), 'b']).map((part) => part.length)).toEqual([1, 1]);
  });
});
