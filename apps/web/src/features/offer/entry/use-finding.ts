import { scheduleWords } from '@parley/domain/compensation/vesting';
import { periodWords } from '@parley/domain/figure/period';
import type { Saying } from '@parley/domain/letter/letter';
import { type Format, useFormat } from '../../../lib/format.ts';
import { useShown } from '../use-shown.ts';

const clawbackWords = { monthly: 'less each month', 'full-then-monthly': 'all of it' };

type Words = { what: string; read: string };

/** What a finding says, in words that stand beside its sentence: what it is, and how it was read. */
export function useFinding(): (saying: Saying, currency: string | null) => Words {
  const format = useFormat();
  const shown = useShown();
  const money = (amount: string, currency: string | null) => shown(amount, 'money', currency ?? undefined);
  const grantWords = ({ by, amount, kind }: Extract<Saying, { of: 'grant' }>, currency: string | null) => {
    if (by === 'percent') return `${shown(amount, 'percent')} of the company, ${kind.toUpperCase()}`;
    return by === 'shares'
      ? `${format.number(amount)} ${kind.toUpperCase()}`
      : `${money(amount, currency)} in ${kind.toUpperCase()}`;
  };
  return (saying, currency) => {
    const role = roleWords(saying, format);
    if (role) return role;
    switch (saying.of) {
      case 'base': {
        const months = saying.per === 'month' && saying.months !== '12' ? `, ${format.number(saying.months)} months paid` : '';
        return {
          what: saying.adds ? 'Part of base' : 'Base',
          read: `${money(saying.amount, currency)} ${periodWords[saying.per]}${months}`,
        };
      }
      case 'bonus':
        return { what: 'Bonus', read: `${format.percent(saying.percent)} of base` };
      case 'bonusAmount':
        return { what: 'Bonus', read: `${money(saying.amount, currency)} ${periodWords[saying.per]}` };
      case 'signOn':
        return {
          what: 'Sign-on',
          read: saying.paid.map((amount, at) => `${money(amount, currency)} in year ${at + 1}`).join(', '),
        };
      case 'oneOff':
        return { what: saying.name, read: `${money(saying.amount, currency)} once` };
      case 'grant':
        return { what: 'Equity', read: grantWords(saying, currency) };
      case 'strike':
      case 'price':
      case 'preferred':
        return { what: priceWords[saying.of], read: shown(saying.amount, 'price', currency ?? undefined) };
      case 'guaranteed':
        return { what: 'Guaranteed bonus, year 1', read: money(saying.amount, currency) };
      default:
        return besideWords(saying, format, (amount) => money(amount, currency));
    }
  };
}

/** What stands beside pay: what they add to my pension, benefits, and what is not in hand. */
function besideWords(saying: Saying, format: Format, money: (amount: string) => string): Words {
  switch (saying.of) {
    case 'pensionAmount':
      return { what: 'They add to my pension', read: `${money(saying.yearly)} a year` };
    case 'match':
      return {
        what: 'Retirement match',
        read: [saying, ...(saying.next ? [saying.next] : [])]
          .map(({ rate, upTo }) => `${format.percent(rate)} of what I put in, up to ${format.percent(upTo)} of base`)
          .join(', then '),
      };
    case 'qualifying':
      return { what: 'Pay that counts', read: `from ${money(saying.lower)} to ${money(saying.upper)}` };
    case 'benefit':
      return { what: saying.name, read: `${money(saying.yearly)} a year` };
    case 'withheld':
      return { what: `${saying.name}, not in hand`, read: `${money(saying.yearly)} a year` };
    default:
      return { what: '', read: '' };
  }
}

const priceWords = { strike: 'Strike price', price: 'Price of a share', preferred: 'What investors paid' };
const textWords = { title: 'Title', level: 'Level', location: 'Place of work', remote: 'Remote rule', notice: 'Notice' };

/** A day with its weekday, and the hour where the letter names one, in whose zone. */
function answerWords({ on, at, zone }: Extract<Saying, { of: 'deadline' }>, format: Format): string {
  const day = `${format.day(on)} ${on.slice(0, 4)}`;
  if (at === null) return day;
  return `${day}, ${format.time(`${on}T${at}:00Z`, 'UTC')}${zone === null ? '' : ` in ${format.place(zone)}`}`;
}

/** What is no money: words, dates, days. */
function roleWords(saying: Saying, format: Format): Words | null {
  switch (saying.of) {
    case 'leave':
      return {
        what: 'Paid leave',
        read: saying.days === 'unlimited' ? 'unlimited' : `${format.number(saying.days)} days a year`,
      };
    case 'startDate':
      return { what: 'Start date', read: format.date(saying.on) };
    case 'deadline':
      return { what: 'Answer by', read: answerWords(saying, format) };
    case 'title':
    case 'level':
    case 'location':
    case 'remote':
    case 'notice':
      return { what: textWords[saying.of], read: saying.text };
    case 'pension':
      return { what: 'They add to my pension', read: `${format.percent(saying.percent)} of base` };
    case 'cap':
      return { what: 'Bonus, at most', read: `${format.percent(saying.percent)} of target` };
    case 'share':
      return { what: 'Share of full time', read: format.percent(saying.percent) };
    case 'clawback':
      return { what: 'Owed back', read: `${clawbackWords[saying.kind]}, within ${saying.months} months` };
    case 'vesting': {
      const cliff = saying.cliff === null ? '' : `, cliff at ${saying.cliff} months`;
      return { what: 'Vesting', read: `${scheduleWords(saying.steps)}${cliff}` };
    }
    default:
      return null;
  }
}
