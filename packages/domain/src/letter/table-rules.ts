import type { Finding, Rhythm, Saying } from './letter.ts';
import { type Cell, cellsOf } from './passages.ts';
import { timesTwelve } from './pay-rules.ts';
import { currencyOf, spotsOf, type Tongue } from './spots.ts';
import { hitsOf } from './topics.ts';

/** What the columns of a table hold, by their place: the rhythm that its head names. */
export type TableHead = { rhythms: (Rhythm | null)[]; currency: string | null };

const yearWords = /annual|annum|year|p\.?a\.?\b|yearly|jahr|annuel|anual|年/i;
const monthWords = /month|p\.?m\.?\b|monat|mensuel|mensual|mensal|maand|月/i;

/** The head of a table, where a row is one: words alone, one of them a rhythm. */
export function headOf(row: string, tongue: Tongue): TableHead | null {
  const cells = cellsOf(row);
  const rhythms = cells.map(({ text }) => (yearWords.test(text) ? 'year' : monthWords.test(text) ? 'month' : null));
  if (cells.some(({ text }) => /\d/.test(text)) || rhythms.every((one) => one === null)) return null;
  const sign = /[$€£¥₹₩₪₺]|\b[A-Z]{3}\b|Rs\.?/.exec(
    cells
      .slice(1)
      .map(({ text }) => text)
      .join(' '),
  )?.[0];
  return { rhythms, currency: sign === undefined ? null : currencyOf(sign, tongue) };
}

type Amount = { cell: Cell; value: string; per: Rhythm | null; currency: string; from: number; to: number };

function amountsOf(cells: readonly Cell[], head: TableHead | null, tongue: Tongue): Amount[] {
  return cells.slice(1).flatMap((cell, at): Amount[] => {
    const [spot, second] = spotsOf(cell.text, tongue);
    const value = spot?.values[0];
    if (!spot || second || value === undefined || spot.is === 'percent') return [];
    const currency = spot.currency ?? head?.currency ?? tongue.currency;
    const per = head?.rhythms[at + 1] ?? null;
    return [{ cell, value, per, currency, from: cell.from + spot.from, to: cell.from + spot.to }];
  });
}

const part = /basic|base|salary|hra|house rent|special allowance|conveyance|dearness|grundgehalt|salaire|salario|基本給/i;
const withheld = /\bpf\b|provident|gratuity|insurance|esi\b|nps\b|superannuation/i;

/** A row of a break-up: its year's amount, by its label. A total is left out: it is what the rows make. */
export function rowIn(passage: number, row: string, head: TableHead | null, tongue: Tongue): Finding[] {
  const cells = cellsOf(row);
  const label = cells[0]?.text.trim() ?? '';
  const topics = new Set(hitsOf(label).map(({ topic }) => topic));
  if (label === '' || topics.has('total')) return [];
  const amounts = amountsOf(cells, head, tongue);
  const amount = amounts.find(({ per }) => per === 'year') ?? amounts[0];
  if (!amount) return [];
  const per = amount.per ?? 'year';
  const yearly = per === 'month' ? timesTwelve(amount.value) : amount.value;
  const { from, to, currency } = amount;
  return [{ passage, from, to, currency, saying: sayingOf(label, topics, { amount: amount.value, per, yearly }), others: [] }];
}

function sayingOf(
  label: string,
  topics: ReadonlySet<string>,
  { amount, per, yearly }: { amount: string; per: Rhythm; yearly: string },
): Saying {
  if (withheld.test(label)) return { of: 'withheld', name: label, yearly };
  if (topics.has('signOn')) return { of: 'signOn', paid: [amount] };
  if (topics.has('oneOff')) return { of: 'oneOff', name: label, amount };
  if (topics.has('bonus') || /variable|incentive/i.test(label)) return { of: 'bonusAmount', amount: yearly, per: 'year' };
  if (part.test(label)) return { of: 'base', amount, per, months: '12', adds: true };
  return { of: 'benefit', name: label, yearly };
}
