import { z } from 'zod';
import { levels } from '../item/levels.ts';
import {
  civilDate,
  currency,
  decimal,
  id,
  instant,
  line,
  list,
  minor,
  optionalLine,
  percent,
  prose,
  revision,
  wholeShares,
  zone,
} from '../kernel/input.ts';
import { extensions } from './deadline.ts';
import { offerStages } from './offer.ts';

/** A component: `known` with its value, `unknown` (not stated yet) or `none` (there is none). */
function stated<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion(
    'state',
    [
      z.strictObject({ state: z.literal('known'), value }),
      z.strictObject({ state: z.literal('unknown') }),
      z.strictObject({ state: z.literal('none') }),
    ],
    { error: 'Say whether this is known, not stated yet, or none.' },
  );
}

const years = (what: string) => list(minor, 10, what);

/** A price of one share in units of the currency, with up to 6 decimals: strikes have fractions of a cent. */
const perShare = decimal.refine((text) => !text.startsWith('-'), 'A price cannot be negative.').nullable();

const months = z.int('Give a whole number of months.').min(0, 'Months cannot be negative.').max(120, 'Use at most 120 months.');

const every = z.union(
  [z.literal(1), z.literal(3), z.literal(6), z.literal(12)],
  'Choose monthly, quarterly, half-yearly or yearly.',
);

const vesting = z.strictObject({
  start: z.union([z.strictObject({ after: months }), z.strictObject({ on: civilDate })], 'Say when vesting starts.'),
  granted: civilDate.nullable(),
  steps: list(
    z.strictObject({ months: months.min(1, 'A step lasts at least one month.'), percent, every }),
    40,
    'steps of a schedule',
  ).min(1, 'A schedule needs at least one step.'),
  cliff: z.strictObject({ months, share: percent.nullable() }).nullable(),
});

const grant = z.strictObject({
  name: optionalLine(80, 'the name of the grant'),
  kind: z.enum(['rsu', 'iso', 'nso'], 'Choose the kind of equity.'),
  size: z.discriminatedUnion(
    'by',
    [
      z.strictObject({ by: z.literal('shares'), shares: wholeShares }),
      z.strictObject({ by: z.literal('value'), value: minor, at: perShare.optional() }),
    ],
    { error: 'Give the grant in shares or as a value.' },
  ),
  price: perShare,
  strike: perShare,
  preferred: perShare,
  listed: z.boolean('Say whether the company is listed.'),
  vesting,
});

const clawback = z.strictObject({
  kind: z.enum(['daily', 'monthly', 'full-then-monthly'], 'Choose how it is owed back.'),
  months,
  full: months,
});
const tier = z.strictObject({ rate: percent, upTo: percent });
const limits = z.strictObject({ base: minor.nullable(), own: minor.nullable(), match: minor.nullable() });
const leave = percent.refine((text) => Number.parseInt(text, 10) <= 100, 'Give at most 100 days.');

/** Every component of an offer. What only makes sense together is checked by `checkContent`. */
export const components = z.strictObject({
  base: stated(minor),
  bonus: stated(z.strictObject({ target: percent })),
  guaranteed: stated(
    z.strictObject({ paid: years('guaranteed years'), kind: z.enum(['floor', 'extra'], 'Choose floor or extra.') }),
  ),
  signOn: stated(z.strictObject({ paid: years('sign-on payments'), clawback: clawback.nullable() })),
  grants: stated(list(grant, 8, 'grants')),
  refreshers: stated(list(grant, 10, 'written refreshers')),
  match: stated(z.strictObject({ tiers: list(tier, 6, 'tiers'), own: percent.nullable(), limits: limits.nullish() })),
  leaveDays: stated(leave),
  benefits: stated(list(z.strictObject({ name: line(80, 'the benefit'), yearly: minor.nullable() }), 20, 'benefits')),
  level: stated(line(80, 'the level')),
  title: stated(line(120, 'the title')),
  location: stated(line(120, 'the place of work')),
  remote: stated(line(200, 'the remote rule')),
  startDate: stated(civilDate),
  reviewDate: stated(civilDate),
});

/** What one version says. */
export const content = z.strictObject({ currency, components, notes: prose(4000, 'notes') });

const stage = z.enum(offerStages, 'Choose verbal, written, revised or final.');
export const draft = z.strictObject({ stage, content });

export const deadline = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('date'), on: civilDate, zone }),
    z.strictObject({ kind: z.literal('moment'), at: instant, zone }),
  ],
  { error: 'Give the deadline as a date or as a date and time.' },
);

export const assumptions = z.strictObject({
  horizon: z.int('Look at 1 to 10 years.').min(1, 'Look at 1 to 10 years.').max(10, 'Look at 1 to 10 years.'),
  raise: decimal,
  payout: decimal,
  discount: decimal,
  priceChange: decimal,
  pricing: z.enum(['price', 'preferred'], 'Choose the price to count with.'),
  dilution: decimal,
  haircut: decimal,
});

/** What is sealed beside the versions. */
export const frame = z.strictObject({
  receivedOn: civilDate.nullable(),
  deadline: deadline.nullable(),
  extension: z.enum(extensions, 'Choose none, asked, granted or refused.'),
  redFlag: prose(500, 'the red flag').nullable().default(null),
  assumptions,
  draft: draft.nullable(),
});

export const CreateOffer = z.strictObject({
  opportunityId: id,
  receivedOn: civilDate.nullable(),
  deadline: deadline.nullable(),
  draft: draft.nullable(),
});
export const SaveOffer = z.strictObject({ offerId: id, rev: revision, frame });
export const AddVersion = z.strictObject({ offerId: id, rev: revision, version: draft });
export const OfferRef = z.strictObject({ offerId: id });
export const RemoveOffer = z.strictObject({ offerId: id, rev: revision });

/** As whom to look: one reader as shared with them now, or levels that are still being chosen. */
export const PreviewOffer = z.strictObject({
  offerId: id,
  as: z.discriminatedUnion(
    'who',
    [z.strictObject({ who: z.literal('reader'), readerId: id }), z.strictObject({ who: z.literal('levels'), levels })],
    { error: 'Choose a reader or levels.' },
  ),
});
