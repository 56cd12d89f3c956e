import { invalid } from '../kernel/error.ts';
import { checkAmount, compareRatios, fromDecimal, ratio, tooLarge, zero } from '../kernel/money.ts';
import { checkDate } from './calendar.ts';
import { checkClawback } from './clawback.ts';
import { type Components, type Grant, listOf, type Match, type Package, type SignOn, type Stated } from './components.ts';
import { isOption, type Pay } from './conventions.ts';

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
  if (size.by === 'percent') {
    checkDecimal(size.percent, `${path}.size.percent`);
    if (size.of !== null) checkShares(size.of, `${path}.size.of`);
    if (size.valuation != null) checkAmount(size.valuation, `${path}.size.valuation`);
  }
  if (isOption(kind)) checkDecimal(grant.strike, `${path}.strike`);
  if (!listed) checkDecimal(grant.preferred, `${path}.preferred`);
}

function checkMatch({ own, tiers, limits, employer, yearly }: Match): void {
  checkDecimal(own, 'match.own');
  checkDecimal(employer, 'match.employer');
  if (yearly != null) checkAmount(yearly, 'match.yearly');
  tiers.forEach((tier, at) => {
    checkDecimal(tier.rate, `match.tiers.${at}.rate`);
    checkDecimal(tier.upTo, `match.tiers.${at}.upTo`);
  });
  for (const name of ['base', 'own', 'match', 'lower'] as const) {
    const most = limits?.[name] ?? null;
    if (most !== null) checkAmount(most, `match.limits.${name}`);
  }
}

function ifKnown<T>(part: Stated<T>, check: (value: T) => void): void {
  if (part.state === 'known') check(part.value);
}

/** Refuses pay that cannot be counted: no whole amounts, below zero, or beyond exact numbers. */
function checkPay({ base, bonus, guaranteed, signOn, oneOff, notInHand }: Components): void {
  const each = (list: readonly number[], path: string) => {
    for (const [at, amount] of list.entries()) checkAmount(amount, `${path}.${at}`);
  };
  ifKnown(base, checkBase);
  ifKnown(bonus, (variable) => {
    if ('amount' in variable) checkAmount(variable.amount, 'bonus.amount');
    else checkDecimal(variable.target, 'bonus.target');
    checkDecimal(variable.cap, 'bonus.cap');
  });
  ifKnown(guaranteed, ({ paid }) => each(paid, 'guaranteed.paid'));
  ifKnown(signOn, (value) => checkPayments(value, 'signOn'));
  for (const [at, value] of listOf(oneOff).entries()) checkPayments(value, `oneOff.${at}`);
  for (const [at, { yearly }] of listOf(notInHand).entries()) checkAmount(yearly, `notInHand.${at}.yearly`);
}

function checkPayments({ paid, dated, clawback }: SignOn, path: string): void {
  for (const [at, amount] of paid.entries()) checkAmount(amount, `${path}.paid.${at}`);
  for (const [at, { on, amount }] of (dated ?? []).entries()) {
    checkAmount(amount, `${path}.dated.${at}.amount`);
    checkDate(on, `${path}.dated.${at}.on`);
  }
  if (clawback) checkClawback(clawback, `${path}.clawback`);
}

function checkBase(base: number | Pay): void {
  if (typeof base === 'number') {
    checkAmount(base, 'base');
    return;
  }
  checkAmount(base.amount, 'base.amount');
  for (const name of ['hours', 'days', 'months', 'share'] as const) checkDecimal(base[name], `base.${name}`);
  for (const [at, raise] of (base.raises ?? []).entries()) {
    if (!Number.isInteger(raise.after) || raise.after < 0)
      throw invalid(`base.raises.${at}.after`, 'A raise comes after a whole number of months.');
    if ('to' in raise) checkAmount(raise.to, `base.raises.${at}.to`);
    else if (compareRatios(fromDecimal(raise.percent, `base.raises.${at}.percent`), ratio(-100)) < 0)
      throw invalid(`base.raises.${at}.percent`, 'A base cannot fall below nothing.');
  }
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
  ifKnown(components.leaveDays, (days) => (days === 'unlimited' ? undefined : checkDecimal(days, 'leaveDays')));
  ifKnown(components.espp, ({ discount, contribution, most }) => {
    checkDecimal(discount, 'espp.discount');
    if (compareRatios(fromDecimal(discount), ratio(100)) >= 0) throw invalid('espp.discount', 'A discount is below 100 %.');
    checkDecimal(contribution, 'espp.contribution');
    if (most !== null) checkAmount(most, 'espp.most');
  });
  listOf(components.benefits).forEach(({ yearly, monthly }, at) => {
    for (const [name, amount] of [
      ['yearly', yearly],
      ['monthly', monthly],
    ] as const)
      if (amount != null) checkAmount(Math.abs(amount), `benefits.${at}.${name}`);
  });
  ifKnown(components.startDate, (day) => checkDate(day, 'startDate'));
}
