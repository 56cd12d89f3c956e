import { invalid } from '../kernel/error.ts';
import { checkAmount, compareRatios, fromDecimal, tooLarge, zero } from '../kernel/money.ts';
import { checkDate } from './calendar.ts';
import { checkClawback } from './clawback.ts';
import { type Components, type Grant, listOf, type Match, type Package, type Stated } from './components.ts';

/** Reads a decimal that is not below zero; null is not stated. */
function checkDecimal(text: string | null | undefined, path: string): void {
  if (text === null || text === undefined) return;
  if (compareRatios(fromDecimal(text, path), zero) < 0) throw invalid(path, 'This number cannot be negative.');
}

function checkShares(count: number, path: string): void {
  if (!Number.isInteger(count)) throw invalid(path, 'Give a whole number of shares.');
  if (count < 0) throw invalid(path, 'A number of shares cannot be negative.');
  if (!Number.isSafeInteger(count)) throw tooLarge(path);
}

/** A strike counts for options only, and what investors paid last for companies that are not listed. */
function checkGrant(grant: Grant, path: string): void {
  const { size, kind, listed } = grant;
  if (size.by === 'shares') checkShares(size.shares, `${path}.size.shares`);
  if (size.by === 'value') {
    checkAmount(size.value, `${path}.size.value`);
    checkDecimal(size.at, `${path}.size.at`);
  }
  checkDecimal(grant.price, `${path}.price`);
  if (kind !== 'rsu') checkDecimal(grant.strike, `${path}.strike`);
  if (!listed) checkDecimal(grant.preferred, `${path}.preferred`);
}

function checkMatch({ own, tiers, limits }: Match): void {
  checkDecimal(own, 'match.own');
  tiers.forEach((tier, at) => {
    checkDecimal(tier.rate, `match.tiers.${at}.rate`);
    checkDecimal(tier.upTo, `match.tiers.${at}.upTo`);
  });
  for (const name of ['base', 'own', 'match'] as const) {
    const most = limits?.[name] ?? null;
    if (most !== null) checkAmount(most, `match.limits.${name}`);
  }
}

function ifKnown<T>(part: Stated<T>, check: (value: T) => void): void {
  if (part.state === 'known') check(part.value);
}

/** Refuses pay that cannot be counted: no whole amounts, below zero, or beyond exact numbers. */
function checkPay({ base, bonus, guaranteed, signOn }: Components): void {
  const each = (list: readonly number[], path: string) => {
    for (const [at, amount] of list.entries()) checkAmount(amount, `${path}.${at}`);
  };
  ifKnown(base, (amount) => checkAmount(amount, 'base'));
  ifKnown(bonus, ({ target }) => checkDecimal(target, 'bonus.target'));
  ifKnown(guaranteed, ({ paid }) => each(paid, 'guaranteed.paid'));
  ifKnown(signOn, ({ paid, clawback }) => {
    each(paid, 'signOn.paid');
    if (clawback) checkClawback(clawback);
  });
}

/**
 * Refuses what no engine can count, with the path of the field within the components (`signOn.paid.0`) and a sentence:
 * amounts and shares that are not whole, negative or beyond 2^53 − 1, decimals that are not plain or negative, days that
 * are not in the calendar. Schedules are checked where they are laid out (`checkVesting`).
 */
export function checkPackage({ currency, components }: Package): void {
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid('currency', 'Give the currency by its three capital letters, like EUR.');
  checkPay(components);
  for (const name of ['grants', 'refreshers'] as const)
    for (const [at, grant] of listOf(components[name]).entries()) checkGrant(grant, `${name}.${at}`);
  ifKnown(components.match, checkMatch);
  ifKnown(components.leaveDays, (days) => checkDecimal(days, 'leaveDays'));
  listOf(components.benefits).forEach(({ yearly }, at) => {
    if (yearly !== null) checkAmount(yearly, `benefits.${at}.yearly`);
  });
  ifKnown(components.startDate, (day) => checkDate(day, 'startDate'));
}
