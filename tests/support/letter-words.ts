import type { Saying } from '@parley/domain/letter/letter';

/** The country of a letter, a sentence of it, and what is said there in the words of `inWords`, ways to read it set apart by `or`. */
export type Sentence = readonly [country: string, text: string, said: readonly string[]];

/** A finding in a line: `base 5200 EUR a month × 14`. */
export function inWords(saying: Saying, currency: string | null): string {
  const money = currency ?? '';
  switch (saying.of) {
    case 'base':
      return `${saying.adds ? 'part of base' : 'base'} ${saying.amount} ${money} a ${saying.per}${saying.months === '12' ? '' : ` × ${saying.months}`}`;
    case 'bonus':
      return `bonus ${saying.percent} %`;
    case 'bonusAmount':
      return `bonus ${saying.amount} ${money} a ${saying.per}`;
    case 'signOn':
      return `sign-on ${saying.paid.join(' + ')} ${money}`;
    case 'clawback':
      return `owed back ${saying.kind} ${saying.months}`;
    case 'oneOff':
      return `${saying.name} once ${saying.amount} ${money}`;
    case 'grant':
      return `${saying.kind} ${saying.amount} ${saying.by === 'value' ? money : saying.by}`;
    case 'vesting':
      return `vests ${saying.steps.map(({ months, percent, every }) => `${percent} in ${months} by ${every}`).join(', ')}${saying.cliff ? `, cliff ${saying.cliff}` : ''}`;
    case 'match':
      return `match ${saying.rate} up to ${saying.upTo}${saying.next ? `, then ${saying.next.rate} up to ${saying.next.upTo}` : ''}`;
    case 'pension':
    case 'cap':
    case 'share':
      return `${saying.of} ${saying.percent}`;
    case 'guaranteed':
      return `guaranteed ${saying.amount} ${money}`;
    case 'pensionAmount':
      return `pension ${saying.yearly} ${money} a year`;
    case 'leave':
      return `leave ${saying.days}`;
    case 'qualifying':
      return `qualifying ${saying.lower} to ${saying.upper} ${money}`;
    case 'withheld':
      return `not in hand: ${saying.name} ${saying.yearly} ${money}`;
    case 'benefit':
      return `${saying.name} ${saying.yearly} ${money}`;
    case 'startDate':
      return `startDate ${saying.on}`;
    case 'deadline':
      return ['deadline', saying.on, saying.at, saying.zone].filter(Boolean).join(' ');
    case 'strike':
    case 'price':
    case 'preferred':
      return `${saying.of} ${saying.amount} ${money}`;
    default:
      return `${saying.of}: ${saying.text}`;
  }
}
