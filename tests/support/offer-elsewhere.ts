import { yearBaseOf } from '@parley/domain/compensation/base';
import type { Grant, OneOff, SignOn, Stated } from '@parley/domain/compensation/components';
import type { Instalment, Pay } from '@parley/domain/compensation/conventions';
import { yearlyOf } from '@parley/domain/compensation/pay';
import type { Level, Levels } from '@parley/domain/item/levels';
import { cellOf } from '@parley/domain/offer/sharing/grid';
import type { World } from './offer-worlds.ts';

/** The pairs of worlds: one, and the same with everything moved that some levels do not show. */
/** Another value of the same cell. */
const within = (amount: number, salt: number) => {
  const { low, high } = cellOf(amount, 'USD');
  return low + ((amount - low + salt) % (high - low));
};
/** Another percentage of the same step. */
const inStep = (percent: string, step: number, salt: number) => {
  const low = Math.floor(Number(percent) / step) * step;
  return String(low + ((Math.round((Number(percent) - low) * 10) + salt) % (step * 10)) / 10);
};
const inMonth = (date: string, salt: number) => `${date.slice(0, 8)}${String(1 + (salt % 28)).padStart(2, '0')}`;
export const change = <T>(part: Stated<T>, edit: (value: T) => T): Stated<T> =>
  part.state === 'known' ? { state: 'known', value: edit(part.value) } : part;

/** Another base of the same cell, with raises of the same steps; what makes no year is shown as not known, whatever it is. */
function baseNear(base: number | Pay, salt: number): number | Pay {
  if (typeof base === 'number') return within(base, salt);
  const year = yearBaseOf({ state: 'known', value: base });
  const raises = (base.raises ?? []).map((raise) =>
    'to' in raise ? { ...raise, to: within(raise.to, salt) } : { ...raise, percent: inStep(raise.percent, 1, salt) },
  );
  return year === null ? { ...base, amount: base.amount + salt, raises } : { amount: within(year, salt), per: 'year', raises };
}

type Dated = SignOn & { dated: Instalment[] };

/** Payments whose years, in their order, lie in the same cells. */
function paymentsNear({ paid: years, dated, clawback }: Dated, salt: number): Dated {
  const list = dated;
  const sums = Array.from({ length: Math.max(years.length, list.length) }, (_, at) => (years[at] ?? 0) + (list[at]?.amount ?? 0));
  return { paid: sums.map((amount) => within(amount, salt)), dated: [], clawback };
}

/** The same payments on other days. */
const otherDays = <T extends SignOn>(value: T, salt: number): T => ({
  ...value,
  dated: (value.dated ?? []).map(({ on, amount }) => ({ on: `${2026 + (salt % 5)}${inMonth(on, salt).slice(4)}`, amount })),
});

const redated = <T extends { signOn: Stated<SignOn>; oneOff: Stated<OneOff[]> }>(pay: T, salt: number): T => ({
  ...pay,
  signOn: change(pay.signOn, (value) => otherDays(value, salt)),
  oneOff: change(pay.oneOff, (list) => list.map((value) => otherDays(value, salt))),
});

/** Every date of a vesting elsewhere; a start on a day of its own is told as one on the first day of work. */
function movedStart(vesting: Grant['vesting'], salt: number): Grant['vesting'] {
  const start = 'on' in vesting.start ? { on: inMonth(vesting.start.on, salt) } : vesting.start;
  return {
    ...vesting,
    start,
    granted: vesting.granted && inMonth(vesting.granted, salt),
    days: salt % 2 === 0 ? null : 'last-of-month',
  };
}

const dateless = (entry: Grant, salt: number): Grant => ({
  ...entry,
  vesting: movedStart(entry.vesting, salt),
  rate: entry.rate && { ...entry.rate, on: inMonth(entry.rate.on ?? '2026-01-01', salt) },
});

const undatedIn = <T extends { grants: Stated<Grant[]>; refreshers: Stated<Grant[]> }>(equity: T, salt: number): T => ({
  ...equity,
  grants: change(equity.grants, (list) => list.map((entry) => dateless(entry, salt))),
  refreshers: change(equity.refreshers, (list) => list.map((entry) => dateless(entry, salt))),
});

/** Pay moved in its cells. */
function payNear(pay: World['groups']['pay'], salt: number): World['groups']['pay'] {
  const blurred = (amount: number) => within(amount, salt);
  const capped = (most: string | null | undefined) => (most == null ? null : inStep(most, 10, salt));
  return {
    base: change(pay.base, (base) => baseNear(base, salt)),
    bonus: change(pay.bonus, (bonus) =>
      'amount' in bonus
        ? { amount: blurred(bonus.amount), cap: capped(bonus.cap) }
        : { target: inStep(bonus.target, 5, salt), cap: capped(bonus.cap) },
    ),
    guaranteed: change(pay.guaranteed, ({ paid, kind }) => ({ paid: paid.map(blurred), kind })),
    signOn: change(pay.signOn, (value) => paymentsNear(value, salt)),
    oneOff: change(pay.oneOff, (list) =>
      list.map((entry) => ({ ...entry, name: `x${entry.name}`, ...paymentsNear(entry, salt) })),
    ),
    notInHand: change(pay.notInHand, (list) => [
      { name: 'x', yearly: blurred(list.reduce((sum, { yearly: part }) => sum + part, 0)) },
    ]),
  };
}

/** Benefits moved in their cells. */
function benefitsNear(given: World['groups']['benefits'], salt: number): World['groups']['benefits'] {
  const blurred = (amount: number) => within(amount, salt);
  return {
    match: change(given.match, (match) => ({
      ...match,
      yearly: match.yearly === null ? null : blurred(match.yearly),
    })),
    espp: change(given.espp, (plan) => ({
      discount: inStep(plan.discount, 5, salt),
      contribution: plan.contribution === null ? null : inStep(plan.contribution, 5, salt),
      most: plan.most === null ? null : blurred(plan.most),
    })),
    leaveDays: change(given.leaveDays, (off) => (off === 'unlimited' ? off : inStep(off, 5, salt))),
    benefits: change(given.benefits, (list) => {
      const sum = list.reduce((total, entry) => total + (yearlyOf(entry) ?? 0), 0);
      return [{ name: 'x', yearly: sum < 0 ? -blurred(-sum) : blurred(sum), monthly: null }];
    }),
  };
}

/** The same world with everything moved that the levels do not show: replaced where hidden, moved in its cell at range. */
export function elsewhere(one: World, other: World, at: Levels, salt: number): World {
  const rename = (list: Grant[]) =>
    list.map((entry) => ({ ...dateless(entry, salt), name: `x${entry.name}`, vesting: movedStart(entry.vesting, salt) }));
  const equity = { grants: change(one.groups.equity.grants, rename), refreshers: change(one.groups.equity.refreshers, rename) };
  const dates = {
    startDate: change(one.groups.dates.startDate, (it) => inMonth(it, salt)),
    reviewDate: change(one.groups.dates.reviewDate, (it) => inMonth(it, salt)),
  };
  const { receivedOn, deadline } = one.extras.dates;
  const moved = {
    receivedOn: receivedOn && inMonth(receivedOn, salt),
    extension: other.extras.dates.extension,
    deadline: deadline && { ...deadline, on: inMonth(deadline.on, salt), zone: 'Asia/Tokyo' as const },
  };
  const pick = <T>(level: Level, same: T, near: T, far: T): T => (level === 'exact' ? same : level === 'range' ? near : far);
  const [a, b] = [one, other];
  return {
    ...one,
    redFlag: b.redFlag,
    groups: {
      pay: pick(
        at.pay,
        at.dates === 'exact' ? a.groups.pay : redated(a.groups.pay, salt),
        payNear(a.groups.pay, salt),
        b.groups.pay,
      ),
      equity: pick(at.equity, at.dates === 'exact' ? a.groups.equity : undatedIn(a.groups.equity, salt), equity, b.groups.equity),
      benefits: pick(at.benefits, a.groups.benefits, benefitsNear(a.groups.benefits, salt), b.groups.benefits),
      dates: pick(at.dates, a.groups.dates, dates, b.groups.dates),
      notes: pick(at.notes, a.groups.notes, a.groups.notes, b.groups.notes),
    },
    extras: {
      company: at.company === 'exact' ? a.extras.company : b.extras.company,
      pay: pick(
        at.pay,
        a.extras.pay,
        {
          raise: inStep(a.extras.pay.raise, 1, salt),
          payout: inStep(a.extras.pay.payout, 10, salt),
          raises: a.extras.pay.raises.map((percent) => inStep(percent, 1, salt)),
          attainment: a.extras.pay.attainment.map((percent) => inStep(percent, 10, salt)),
        },
        b.extras.pay,
      ),
      equity: pick(at.equity, a.extras.equity, a.extras.equity, b.extras.equity),
      // at no level does anybody get these
      owner: b.extras.owner,
      dates: pick(at.dates, a.extras.dates, moved, b.extras.dates),
      notes: pick(at.notes, a.extras.notes, a.extras.notes, b.extras.notes),
    },
  };
}
