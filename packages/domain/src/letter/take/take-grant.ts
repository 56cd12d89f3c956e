import { type Components, type Grant, known, listOf } from '../../compensation/components.ts';
import { isOption } from '../../compensation/conventions.ts';
import { vestingPresets } from '../../compensation/vesting.ts';
import { fromUnits } from '../../kernel/money.ts';
import type { Saying, Taking } from '../letter.ts';

type Of<Name extends Saying['of']> = Extract<Saying, { of: Name }>;

function blankGrant(kind: Grant['kind'], size: Grant['size']): Grant {
  const { steps, cliff } = vestingPresets.even;
  const vesting = { start: { after: 0 }, granted: null, steps: steps.map((step) => ({ ...step })), cliff };
  return { name: '', kind, size, price: null, strike: null, preferred: null, listed: !isOption(kind), vesting };
}

/** Changes the last grant; makes one where there is none yet. */
function inLastGrant({ components }: Taking, change: (grant: Grant) => Grant, kind: Grant['kind'] = 'rsu'): Partial<Components> {
  const grants = listOf(components.grants);
  const last = grants.at(-1) ?? blankGrant(kind, { by: 'shares', shares: Number.NaN });
  return { grants: known([...grants.slice(0, -1), change(last)]) };
}

function sizeOf({ by, amount }: Of<'grant'>, currency: string): Grant['size'] | null {
  if (by === 'percent') return { by, percent: amount, of: null };
  if (by === 'shares') return { by, shares: Number(amount) };
  const value = fromUnits(amount, currency);
  return value === null ? null : { by, value };
}

/** A second size of a letter's grant is the same grant told in another way: it takes the place of the first. */
export function takeGrant(said: Of<'grant'>, currency: string | null, taking: Taking): Partial<Components> | null {
  const code = currency ?? taking.currency;
  const size = sizeOf(said, code);
  if (size === null) return null;
  const own = code === taking.currency ? {} : { currency: code };
  const made = { ...blankGrant(said.kind, size), ...own };
  const { grants } = taking.components;
  if (grants.state !== 'known' || grants.value.length === 0) return { grants: known([made]) };
  return inLastGrant(taking, (grant) => ({ ...grant, ...own, size }));
}

/** A price of a share, in the currency that it is told in. */
export function takePrice(
  said: Of<'strike' | 'price' | 'preferred'>,
  currency: string | null,
  taking: Taking,
): Partial<Components> {
  const own = currency === null || currency === taking.currency ? {} : { currency };
  return inLastGrant(
    taking,
    (grant) => ({ ...grant, ...own, [said.of]: said.amount, listed: grant.listed && said.of !== 'preferred' }),
    'nso',
  );
}

/** How the last grant vests. */
export function takeVesting({ steps, cliff }: Of<'vesting'>, taking: Taking): Partial<Components> {
  const at = cliff === null ? null : { months: cliff, share: null };
  return inLastGrant(taking, (grant) => ({ ...grant, vesting: { ...grant.vesting, steps, cliff: at } }));
}

/** Whether it is a price of shares that may be in a currency of the grant's own: nothing else of the grant is money yet. */
export function isPriceOf({ of }: Saying, currency: string, { components }: Taking): boolean {
  if (of !== 'strike' && of !== 'price' && of !== 'preferred') return false;
  const grant = listOf(components.grants).at(-1);
  if (!grant) return false;
  if (grant.currency != null) return grant.currency === currency;
  return grant.size.by !== 'value' && [grant.price, grant.strike, grant.preferred].every((price) => price === null);
}
