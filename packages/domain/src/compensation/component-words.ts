import type { ComponentName } from './components.ts';

/** The product's words for the components, as they stand in sentences. */
export const componentWords: Record<ComponentName, string> = {
  base: 'base',
  bonus: 'bonus',
  guaranteed: 'guaranteed bonus',
  signOn: 'sign-on',
  oneOff: 'other one-off pay',
  grants: 'equity',
  refreshers: 'written refreshers',
  match: 'retirement match',
  espp: 'share purchase plan',
  leaveDays: 'leave days',
  benefits: 'other benefits',
  notInHand: 'not in hand',
  level: 'level',
  title: 'title',
  location: 'location',
  remote: 'remote rule',
  startDate: 'start date',
  reviewDate: 'review date',
  notice: 'notice',
};
