import type { Sentence } from './letter-words.ts';

/** Sentences at which the rules once went wrong without asking, each of a kind of its own. */
export const mined: readonly Sentence[] = [
  ['US', 'The annual premium for medical coverage is $2,400, of which we pay 80%.', []],
  ['US', 'The offer is subject to approval by the Board at its meeting on December 15, 2026.', []],
  ['US', 'Your sign-on bonus of $40,000 will be paid in two installments of $20,000 each.', ['sign-on 40000 USD']],
  [
    'US',
    'Options: 10,000 at $1.00, fully vested after 4 years, monthly, 1 year cliff.',
    ['nso 10000 shares', 'strike 1 USD', 'vests 100 in 48 by 1, cliff 12'],
  ],
  [
    'US',
    'Compensation: $210,000 base, $42,000 target bonus, $400,000 RSUs over four years.',
    ['base 210000 USD a year or base 210000 USD a month', 'bonus 42000 USD a year', 'rsu 400000 USD'],
  ],
  ['US', 'Total target cash: $252,000.', []],
  ['GB', 'You must repay training costs of £3,000 if you leave within 24 months.', []],
  ['GB', 'You will be entitled to a bonus of between 5% and 15% of salary.', []],
  ['GB', 'This offer supersedes our offer of £58,000 dated 20 November 2026.', []],
  [
    'DE',
    'Das Zielgehalt beträgt 90.000 €, davon 80 % fix und 20 % variabel.',
    ['base 72000 EUR a year', 'bonus 18000 EUR a year'],
  ],
  ['AT', 'Das kollektivvertragliche Mindestgehalt beträgt 2.351,00 € brutto pro Monat.', []],
  ['CH', 'Kinderzulage: CHF 215 pro Monat und Kind', []],
  ['IT', 'Il preavviso è di 60 giorni.', ['notice: 60 giorni']],
  ['JP', '給与：月給40万円～50万円', []],
  ['SG', 'Notice period: 2 months. Probation: 3 months. Confirmation by 1 May 2027.', ['notice: 2 months']],
  ['SE', 'Lön: 55 000 kr/mån. Tjänstepension 4,5 % av lönen.', ['base 55000 SEK a month', 'pension 4.5']],
];
