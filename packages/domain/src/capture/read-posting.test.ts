import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPosting } from './read-posting.ts';

const posting = `Staff Engineer, Payments at Zyxwell
Location: Vienna, Austria (hybrid)
Zyxwell moves money for small shops.

About the role
You will lead the ledger team and work with product.
Salary: €95,000 – €115,000 per year
Apply by 15 December 2026
https://zyxwell.example/careers/staff-engineer-payments?src=mail`;

describe('a pasted posting', () => {
  it('gives title, company, place, pay, address and the day by which to apply', () => {
    expect(readPosting(posting)).toEqual({
      role: 'Staff Engineer, Payments',
      company: 'Zyxwell',
      place: 'Vienna, Austria (hybrid)',
      pay: '€95,000 – €115,000 per year',
      link: 'https://zyxwell.example/careers/staff-engineer-payments?src=mail',
      due: '2026-12-15',
    });
  });

  it.each([
    [
      'Unternehmen: Hafen & Co\nStelle: Leiterin Einkauf\nStandort: Hamburg\nBewerbungsfrist: 15.12.2026',
      ['Leiterin Einkauf', 'Hafen & Co', 'Hamburg', '2026-12-15'],
    ],
    [
      'Senior Product Designer\nAbout Brightly\nFully remote\nWe are a small team.',
      ['Senior Product Designer', 'Brightly', 'Fully remote', null],
    ],
    ['We are growing.\nNordwind is looking for a data analyst who likes maps.', ['', 'Nordwind', '', null]],
  ])('is read in other shapes: %s', (text, [role, company, place, due]) => {
    expect(readPosting(text)).toMatchObject({ role, company, place, due });
  });

  it('does not choose between two readings of a day', () => {
    expect(readPosting('Deadline: 05/06/2027').due).toBeNull();
  });

  it.each([
    ['https://www.linkedin.com/jobs/view/staff-engineer-at-acme-labs-4012345678', 'Staff engineer', 'Acme labs'],
    ['https://boards.greenhouse.io/zyxwell/jobs/4012345', '', 'Zyxwell'],
    ['https://jobs.lever.co/brightly/1f0c2f5e-6f0a-4b7e-9c1d-1234567890ab', '', 'Brightly'],
    ['https://careers.acme.co.uk/jobs/head-of-design', 'Head of design', 'Acme'],
    ['https://www.indeed.com/viewjob?jk=abc', '', ''],
    ['https://acme.example/%E0%A4%A', '', 'Acme'],
  ])('an address alone says what it says: %s', (link, role, company) => {
    expect(readPosting(`Look: ${link}.`)).toMatchObject({ role, company, link });
  });

  it('is read in a moment and never throws, whatever is pasted', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.stringMatching(/^[ \-–€0-9.,k]{0,400}$/));
    fc.assert(
      fc.property(text, (pasted) => {
        for (const found of Object.values(readPosting(pasted))) expect(found ?? '').not.toMatch(/[\n\r]/);
      }),
    );
    const begun = performance.now();
    for (const long of ['1 '.repeat(8_000), 'A'.repeat(16_000), `€${'1.'.repeat(8_000)}`, 'Aa '.repeat(6_000)]) readPosting(long);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
