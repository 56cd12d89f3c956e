import { type Components, known, listOf, type Match } from '../../compensation/components.ts';
import { fromUnits } from '../../kernel/money.ts';
import type { Saying, Taking } from '../letter.ts';
import { isPriceOf, takeGrant, takePrice, takeVesting } from './take-grant.ts';
import { takeBase, takeBonus, takeClawback, takeShare, takeSignOn } from './take-pay.ts';

function takeMatch(patch: Partial<Match>, { components }: Taking): Partial<Components> {
  const before: Match = components.match.state === 'known' ? components.match.value : { tiers: [], own: null };
  return { match: known({ ...before, ...patch }) };
}

const oneOffKind = (name: string) =>
  /reloc|umzug|mobilit|traslado|mudança|引越/i.test(name)
    ? 'relocation'
    : /reten/i.test(name)
      ? 'retention'
      : /visa/i.test(name)
        ? 'visa'
        : 'other';

function takeNamed(said: Extract<Saying, { name: string }>, { currency, components }: Taking): Partial<Components> | null {
  const amount = fromUnits(said.of === 'oneOff' ? said.amount : said.yearly, currency);
  if (amount === null) return null;
  const { name } = said;
  if (said.of === 'benefit') return { benefits: known([...listOf(components.benefits), { name, yearly: amount }]) };
  if (said.of === 'withheld') return { notInHand: known([...listOf(components.notInHand), { name, yearly: amount }]) };
  const payment = { name, kind: oneOffKind(name), paid: [amount], clawback: null } as const;
  return { oneOff: known([...listOf(components.oneOff), { ...payment, paid: [amount] }]) };
}

/** Whether an amount of money stands anywhere in the package: until one does, its currency is open. */
export function hasMoney({ base, bonus, guaranteed, signOn, oneOff, grants, benefits, notInHand }: Components): boolean {
  const hasAmount = bonus.state === 'known' && 'amount' in bonus.value;
  return hasAmount || [base, guaranteed, signOn, oneOff, grants, benefits, notInHand].some(({ state }) => state === 'known');
}

/**
 * The package with what a person accepted in it; null where it has no place: an amount in another currency than the
 * package's (a grant may have its own), one that the currency cannot write, or a condition of something that is not there.
 */
export function takeFinding(saying: Saying, currency: string | null, taking: Taking): Taking | null {
  const isForeign = currency !== null && currency !== taking.currency && saying.of !== 'grant';
  if (isForeign && !isPriceOf(saying, currency, taking)) return null;
  const patch = patchOf(saying, currency, taking);
  if (patch === null) return null;
  const answerBy = saying.of === 'deadline' ? { on: saying.on, at: saying.at, zone: saying.zone } : taking.answerBy;
  return { ...taking, components: { ...taking.components, ...patch }, answerBy };
}

function patchOf(saying: Saying, currency: string | null, taking: Taking): Partial<Components> | null {
  switch (saying.of) {
    case 'base':
      return takeBase(saying, taking);
    case 'bonus':
      return { bonus: known({ target: saying.percent }) };
    case 'bonusAmount':
      return takeBonus(saying, taking);
    case 'cap':
    case 'share':
      return takeShare(saying, taking);
    case 'guaranteed': {
      const least = fromUnits(saying.amount, taking.currency);
      return least === null ? null : { guaranteed: known({ paid: [least], kind: 'floor' }) };
    }
    case 'signOn':
      return takeSignOn(saying.paid, taking);
    case 'clawback':
      return takeClawback(saying, taking);
    case 'grant':
      return takeGrant(saying, currency, taking);
    case 'strike':
    case 'price':
    case 'preferred':
      return takePrice(saying, currency, taking);
    case 'vesting':
      return takeVesting(saying, taking);
    case 'match':
      return takeMatch({ tiers: [{ rate: saying.rate, upTo: saying.upTo }, ...(saying.next ? [saying.next] : [])] }, taking);
    case 'qualifying': {
      const [lower, upper] = [fromUnits(saying.lower, taking.currency), fromUnits(saying.upper, taking.currency)];
      return takeMatch({ limits: { base: upper, own: null, match: null, lower } }, taking);
    }
    case 'pension':
      return takeMatch({ employer: saying.percent }, taking);
    case 'pensionAmount': {
      const yearly = fromUnits(saying.yearly, taking.currency);
      return yearly === null ? null : takeMatch({ yearly }, taking);
    }
    case 'leave':
      return { leaveDays: known(saying.days) };
    case 'benefit':
    case 'oneOff':
    case 'withheld':
      return takeNamed(saying, taking);
    case 'startDate':
      return { startDate: known(saying.on) };
    case 'deadline':
      return {};
    default:
      return { [saying.of]: known(saying.text) };
  }
}
