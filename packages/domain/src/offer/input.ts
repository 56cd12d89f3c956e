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
  percent,
  prose,
  revision,
  wholeShares,
  zone,
} from '../kernel/input.ts';
import { components } from './components-input.ts';
import { extensions } from './deadline.ts';
import { price } from './grant-input.ts';
import { offerStages } from './offer.ts';

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

const outcome = z.strictObject({
  name: line(60, 'the outcome'),
  odds: percent,
  at: z.union(
    [
      z.strictObject({ price }),
      z.strictObject({
        exit: minor,
        outstanding: wholeShares.min(1, 'Give how many shares there are.'),
        rounds: list(percent, 10, 'rounds'),
      }),
    ],
    'Give a price a share, or what the company is sold for and how many shares there are.',
  ),
});

export const assumptions = z.strictObject({
  horizon: z.int('Look at 1 to 10 years.').min(1, 'Look at 1 to 10 years.').max(10, 'Look at 1 to 10 years.'),
  raise: decimal,
  payout: decimal,
  discount: decimal,
  priceChange: decimal,
  pricing: z.enum(['price', 'preferred'], 'Choose the price to count with.'),
  dilution: decimal,
  haircut: decimal,
  attainment: list(decimal, 10, 'years of attainment').optional(),
  raises: list(decimal, 9, 'yearly raises').optional(),
  pricePath: list(decimal, 10, 'years of a price path').optional(),
  outcomes: list(outcome, 6, 'outcomes').optional(),
  taxRate: percent.nullish(),
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
