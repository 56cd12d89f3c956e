import type { Stated } from '@parley/domain/compensation/components';
import { scheduleWords } from '@parley/domain/compensation/vesting';
import type { SeenMatch } from '@parley/domain/offer/sharing/blur';
import type { SeenGrant } from '@parley/domain/offer/sharing/blur-equity';
import type { OfferView, SeenDate, SeenNotes } from '@parley/domain/offer/sharing/disclosure';
import type { DecimalSpan, Span } from '@parley/domain/offer/sharing/grid';
import { type Format, useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { DeadlineCard } from '../deadline/deadline-card.tsx';
import { type Shown, useShown } from '../use-shown.ts';

type Fact = { label: string; text: string };
/** How figures are read: amounts, and exact decimals. */
type Ways = { format: Format; shown: Shown };

const said = <T,>(part: Stated<T>, read: (value: T) => string): string =>
  part.state === 'known' ? read(part.value) : part.state === 'none' ? 'none' : 'not stated yet';

const between = ({ low, high }: DecimalSpan, read: (value: string) => string, unit: string) =>
  low === high ? `${read(low)} ${unit}` : `${read(low)} to ${read(high)} ${unit}`;

function grantWords(seen: SeenGrant, view: OfferView, { format, shown }: Ways): string {
  const money = (minor: number) => format.money(minor, view.currency);
  if (seen.as === 'range') {
    const worth = seen.worth === null ? 'worth not known' : `worth ${money(seen.worth.low)} to ${money(seen.worth.high)}`;
    return `${seen.kind.toUpperCase()}, ${worth}, ${scheduleWords(seen.steps)}`;
  }
  const { size, kind, price, strike, vesting } = seen.grant;
  const own = seen.grant.currency ?? view.currency;
  const count = {
    shares: () => (size.by === 'shares' ? `${format.number(size.shares)} shares` : ''),
    value: () => (size.by === 'value' ? format.money(size.value, own) : ''),
    percent: () => (size.by === 'percent' ? `${shown(size.percent, 'percent')} of the company` : ''),
  }[size.by]();
  const paid = size.by === 'value' ? (size.at ?? price) : price;
  const at = paid === null ? '' : ` at ${shown(paid, 'price', own)}`;
  const above = strike === null ? '' : `, strike ${shown(strike, 'price', own)}`;
  return `${kind.toUpperCase()}, ${count}${at}${above}, ${scheduleWords(vesting.steps)}`;
}

const matchWords = (seen: SeenMatch, percent: (value: string) => string) =>
  seen.as === 'range'
    ? between(seen.ofBase, percent, 'of base')
    : seen.match.tiers.map(({ rate, upTo }) => `${percent(rate)} up to ${percent(upTo)} of base`).join(', ') +
      (seen.match.limits ? ', within limits' : '');

/** What turns a date into words: the day, or only its month. */
function useDates(): (date: SeenDate) => string {
  const format = useFormat();
  const { locale } = usePerson();
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (date) => ('day' in date ? format.date(date.day) : `in ${months.format(new Date(`${date.month}-01T00:00:00Z`))}`);
}

/** What comes once beside a sign-on, and what is in the total and not paid out. */
function onceFacts(pay: OfferView['pay'], moneyWords: (span: Span) => string): Fact[] {
  if (!pay) return [];
  const { oneOff, notInHand } = pay;
  const facts: Fact[] = [];
  if (oneOff.state === 'known')
    facts.push({ label: 'Other one-off pay', text: oneOff.value.map(({ name, kind }) => name || kind).join(', ') });
  if (notInHand.state === 'known') {
    const { list, yearly } = notInHand.value;
    const names = list ? `${list.map(({ name }) => name).join(', ')}: ` : '';
    facts.push({ label: 'In the total and not in hand', text: `${names}${moneyWords(yearly)} a year` });
  }
  return facts;
}

function factsOf(view: OfferView, ways: Ways, dateWords: (date: SeenDate) => string): Fact[] {
  const { format, shown } = ways;
  const percent = (value: string) => shown(value, 'percent');
  const { pay, equity, benefits, dates, notes } = view;
  const facts: Fact[] = [];
  const moneyWords = ({ low, high }: Span) =>
    low === high
      ? format.money(low, view.currency)
      : `${format.money(low, view.currency)} to ${format.money(high, view.currency)}`;
  const add = (label: string, text: string) => facts.push({ label, text });
  if (pay)
    add(
      'Bonus target',
      said(pay.bonus, ({ target, amount }) => (target ? between(target, percent, 'of base') : amount ? moneyWords(amount) : '')),
    );
  facts.push(...onceFacts(pay, moneyWords));
  if (equity)
    add(
      'Grants',
      said(equity.grants, (list) => list.map((grant) => grantWords(grant, view, ways)).join('; ') || 'none'),
    );
  if (benefits) {
    add(
      'Retirement match',
      said(benefits.match, (match) => matchWords(match, percent)),
    );
    if (benefits.espp.state !== 'unknown')
      add(
        'Share plan',
        said(benefits.espp, ({ discount }) => between(discount, percent, 'off the price')),
      );
    add(
      'Paid leave',
      said(benefits.leaveDays, (days) => (days === 'unlimited' ? days : between(days, format.number, 'days a year'))),
    );
    add(
      'Other benefits',
      said(benefits.benefits, ({ list, yearly }) => {
        return `${list ? `${list.map(({ name }) => name).join(', ')}, ` : ''}${moneyWords(yearly)} a year`;
      }),
    );
  }
  if (dates) {
    add(
      'Start date',
      said(dates.startDate, (date) => dateWords(date)),
    );
    add(
      'Review date',
      said(dates.reviewDate, (date) => dateWords(date)),
    );
    if (dates.deadline && 'month' in dates.deadline) add('Answer by', dateWords(dates.deadline));
  }
  return [...facts, ...(notes ? wordFacts(notes) : [])];
}

/** What the letter says in words. */
const wordFacts = (notes: SeenNotes): Fact[] =>
  [
    { label: 'Title', part: notes.title },
    { label: 'Level', part: notes.level },
    { label: 'Place of work', part: notes.location },
    { label: 'Remote rule', part: notes.remote },
    { label: 'Notice', part: notes.notice },
  ].map(({ label, part }) => ({ label, text: said(part, String) }));

/** Everything shown that is not in the table. */
export function ViewDetails({ view }: { view: OfferView }) {
  const format = useFormat();
  const facts = factsOf(view, { format, shown: useShown() }, useDates());
  const { dates, notes } = view;
  return (
    <>
      {dates?.deadline && 'exact' in dates.deadline ? (
        <DeadlineCard
          deadline={dates.deadline.exact}
          // whose answer it is has days off that are nobody else's business
          off={[]}
          extension={dates.deadline.extension}
          receivedOn={dates.receivedOn && 'day' in dates.receivedOn ? dates.receivedOn.day : null}
        />
      ) : null}
      {facts.length > 0 ? (
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
          {facts.map(({ label, text }) => (
            <div key={label} className="sm:contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="max-sm:mb-2">{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {notes && notes.notes !== '' ? <p className="max-w-prose whitespace-pre-wrap">{notes.notes}</p> : null}
    </>
  );
}
