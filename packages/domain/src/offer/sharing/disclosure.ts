import type { Stated } from '../../compensation/components.ts';
import type { Level, Levels } from '../../item/levels.ts';
import { anEmployer } from '../../opportunity/header.ts';
import { type Deadline, dayOf, type Extension } from '../deadline.ts';
import type { Frame, OfferStage, Version } from '../offer.ts';
import { type SeenBenefits, type SeenPay, seeBenefits, seePay } from './blur.ts';
import { type SeenEquity, seeEquity } from './blur-equity.ts';
import type { NamesIn } from './groups.ts';
import { projectSeen } from './interval.ts';
import type { SeenProjection } from './seen-year.ts';

/** A date as shown: the day, or only its month. */
export type SeenDate = { day: string } | { month: string };

export type SeenDates = {
  receivedOn: SeenDate | null;
  deadline: { exact: Deadline; extension: Extension } | { month: string } | null;
  startDate: Stated<SeenDate>;
  reviewDate: Stated<SeenDate>;
};

export type SeenNotes = {
  level: Stated<string>;
  title: Stated<string>;
  location: Stated<string>;
  remote: Stated<string>;
  notice: Stated<string>;
  notes: string;
};

/** An offer as one reader gets it. A group that is null is hidden: nothing in it, stated or not, is told. */
export type OfferView = {
  employer: string;
  levels: Levels;
  number: number;
  stage: OfferStage;
  currency: string;
  pay: SeenPay | null;
  equity: SeenEquity | null;
  benefits: SeenBenefits | null;
  dates: SeenDates | null;
  notes: SeenNotes | null;
  projection: SeenProjection;
};

/** Everything there is to show: the latest version, what is beside it, and the employer's two names. */
export type Sheet = { employer: { company: string; alias: string }; version: Version; frame: Frame };

const dated = (day: string, level: Level): SeenDate => (level === 'exact' ? { day } : { month: day.slice(0, 7) });

function seeDates({ frame, version }: Sheet, level: Exclude<Level, 'hidden'>): SeenDates {
  const { startDate, reviewDate } = version.content.components;
  const date = (part: Stated<string>): Stated<SeenDate> =>
    part.state === 'known' ? { state: 'known', value: dated(part.value, level) } : { state: part.state };
  const { deadline, extension, receivedOn } = frame;
  const seenDeadline = () => {
    if (deadline === null) return null;
    return level === 'exact' ? { exact: deadline, extension } : { month: dayOf(deadline).slice(0, 7) };
  };
  const parts = { startDate: date(startDate), reviewDate: date(reviewDate) } satisfies Record<NamesIn<'dates'>, unknown>;
  return { receivedOn: receivedOn === null ? null : dated(receivedOn, level), deadline: seenDeadline(), ...parts };
}

function seeNotes({ version }: Sheet): SeenNotes {
  const { level, title, location, remote, notice } = version.content.components;
  const parts = { level, title, location, remote, notice } satisfies Record<NamesIn<'notes'>, unknown>;
  return { ...parts, notes: version.content.notes };
}

/**
 * The offer at these levels, and the only form in which it reaches anybody but its owner. Figures of a `range` are
 * cells of a fixed grid; what is derived is computed from the seen parts alone. Two offers that differ only in what
 * the levels do not show give the same view, byte for byte.
 */
export function viewOffer(sheet: Sheet, levels: Levels): OfferView {
  const { version, frame, employer } = sheet;
  const { currency, components } = version.content;
  const { assumptions } = frame;
  const { horizon, priceChange, pricing, dilution, haircut } = assumptions;
  const hasDates = levels.dates === 'exact';
  const sight = { currency, withDates: hasDates };
  const pay = levels.pay === 'hidden' ? null : seePay(components, assumptions, { ...sight, level: levels.pay });
  const equity = levels.equity === 'hidden' ? null : seeEquity(components, { ...sight, assumptions, level: levels.equity });
  const benefits = levels.benefits === 'hidden' ? null : seeBenefits(components, { ...sight, level: levels.benefits });
  const seen = {
    currency,
    horizon,
    pay,
    equity,
    benefits,
    startDate: hasDates ? components.startDate : ({ state: 'unknown' } as const),
    // In a range the owner's assumptions are in the worth of the grant already.
    assumed: levels.equity === 'exact' ? { priceChange, pricing, dilution, haircut } : null,
  };
  return {
    employer: levels.company === 'exact' ? employer.company : employer.alias || anEmployer,
    levels: {
      company: levels.company,
      pay: levels.pay,
      equity: levels.equity,
      benefits: levels.benefits,
      dates: levels.dates,
      notes: levels.notes,
      letter: levels.letter,
    },
    number: version.number,
    stage: version.stage,
    currency,
    pay,
    equity,
    benefits,
    dates: levels.dates === 'hidden' ? null : seeDates(sheet, levels.dates),
    notes: levels.notes === 'hidden' ? null : seeNotes(sheet),
    projection: projectSeen(seen),
  };
}
