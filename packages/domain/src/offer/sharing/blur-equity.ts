import type { Assumptions } from '../../compensation/assumptions.ts';
import type { Components, Grant, Stated, Vesting } from '../../compensation/components.ts';
import { valueGrant } from '../../compensation/equity.ts';
import type { Level } from '../../item/levels.ts';
import { cellOf, type Span } from './grid.ts';
import type { NamesIn, Whole } from './groups.ts';

/** A grant in a range shows its kind, its schedule without dates, and the cell of its worth (null: not known). */
export type SeenGrant =
  | { as: 'exact'; grant: Grant }
  | { as: 'range'; kind: Grant['kind']; worth: Span | null; steps: Vesting['steps']; cliff: Vesting['cliff']; after: number };

export type SeenEquity = { grants: Stated<SeenGrant[]>; refreshers: Stated<SeenGrant[]> };

/** A vesting with no date in it: what a reader without the dates is given, and counted with. */
export function undated({ start, steps, cliff, allocation }: Vesting): Vesting {
  const plain: Whole<Vesting> = {
    granted: null,
    start: { after: 'after' in start ? start.after : 0 },
    steps,
    cliff,
    days: null,
    allocation,
  };
  return plain;
}

/** A grant as it stands, less every date in it where those are not shown. */
function exactGrant(grant: Grant, withDates: boolean): Grant {
  const { name, kind, size, price, strike, preferred, listed, vesting, currency, rate, facts } = grant;
  const shown: Whole<Grant> = {
    name,
    kind,
    size,
    price,
    strike,
    preferred,
    listed,
    vesting: withDates ? vesting : undated(vesting),
    currency,
    rate: withDates || rate == null ? rate : { one: rate.one, value: rate.value, on: null },
    facts,
  };
  return shown;
}

type Sight = { assumptions: Assumptions; currency: string; level: Exclude<Level, 'hidden'>; withDates: boolean };

function seeGrant(grant: Grant, { assumptions, currency, level, withDates }: Sight): SeenGrant {
  if (level === 'exact') return { as: 'exact', grant: exactGrant(grant, withDates) };
  const vesting = undated(grant.vesting);
  const { worth } = valueGrant({ ...grant, vesting }, { currency, assumptions, firstDay: null, years: 1 }, 'grants');
  const { steps, cliff, start } = vesting;
  return {
    as: 'range',
    kind: grant.kind,
    worth: worth === null ? null : cellOf(worth, currency),
    steps,
    cliff,
    after: 'after' in start ? start.after : 0,
  };
}

/** Equity at `exact` or `range`; dates only where the reader may see dates exactly. */
export function seeEquity(components: Components, sight: Sight): SeenEquity {
  const all = (part: Stated<Grant[]>): Stated<SeenGrant[]> =>
    part.state === 'known' ? { state: 'known', value: part.value.map((grant) => seeGrant(grant, sight)) } : { state: part.state };
  return { grants: all(components.grants), refreshers: all(components.refreshers) } satisfies Record<NamesIn<'equity'>, unknown>;
}
