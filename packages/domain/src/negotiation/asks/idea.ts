import type { Leg } from './ask.ts';

/** What people ask for on each leg, beyond the base: titles to begin an ask with, in our own words. */
export const askIdeas: Record<Leg, readonly string[]> = {
  compensation: [
    'A sign-on for what I leave behind',
    'A review of pay after six months',
    'Five more days of leave',
    'Three days a week from home',
    'A four-day week',
    'A later start, with a month in between',
    'Severance of three months',
    'A title that says what the role is',
    'Moving costs',
    'A share of the child care',
  ],
  budget: ['A budget for old debts of the product', 'Tools for the team', 'Money for outside help in the first year'],
  resources: ['A second hire in the first half-year', 'A designer for half of the week', 'Training for the team'],
  support: [
    'A mentor above my level',
    'An hour a month with whoever stands behind the role',
    'Two conferences a year',
    'A coach in the first months',
  ],
};
