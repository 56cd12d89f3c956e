import { toDecimal } from '../kernel/currency.ts';

/** Names under which a number is money, in the smallest unit of the currency that stands nearest above it. */
export const moneyNames = new Set(
  `base total signOn equity equityByYear amount minor own match lower upper yearly monthly most to now exit valuation guaranteed
  refreshers oneOff paid value ceiling`.split(/\s+/),
);

/** `firstNinetyDays` → `First ninety days`. */
export function labelOf(name: string): string {
  const spaced = name
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

type Scope = { name: string; currency: string | null; depth: number };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids are for programs: they stand in the JSON. */
const isId = (name: string) => /^ids?$|Ids?$/.test(name);

/** A number with its currency, `125000.00 EUR`, where the name says that it is money. */
function figureOf(value: number, { name, currency }: Scope): string {
  return currency !== null && moneyNames.has(name) && Number.isSafeInteger(value)
    ? `${toDecimal(value, currency)} ${currency}`
    : String(value);
}

/** One value in one line, or null when it takes several. */
function lineOf(value: unknown, scope: Scope): string | null {
  if (typeof value === 'number') return figureOf(value, scope);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.includes('\n') ? null : value;
  return null;
}

/** Whether there is nothing to tell: nothing written, or a component that nobody spoke of. */
function isSilent(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.every(isSilent);
  if (!isRecord(value)) return false;
  return value.state === 'unknown' || Object.entries(value).every(([name, inner]) => isId(name) || isSilent(inner));
}

/** A stated component is what was stated. */
function unwrap(value: unknown): unknown {
  if (!isRecord(value) || !('state' in value)) return value;
  return value.state === 'known' ? value.value : value.state;
}

function writeEntry(label: string, value: unknown, scope: Scope): string[] {
  const indent = '  '.repeat(scope.depth);
  const line = lineOf(value, scope);
  if (line !== null) return [`${indent}- **${label}:** ${line}`];
  if (typeof value === 'string') return [`${indent}- **${label}:**`, ...value.split('\n').map((one) => `${indent}  > ${one}`)];
  return [`${indent}- **${label}**`, ...writeValue(value, { ...scope, depth: scope.depth + 1 })];
}

/** A value as a list of Markdown, without ids and without what says nothing. */
export function writeValue(value: unknown, scope: Scope): string[] {
  if (Array.isArray(value)) {
    const told = value.filter((one) => !isSilent(one)).map(unwrap);
    return told.flatMap((one, at) => {
      const line = lineOf(one, scope);
      return line !== null ? [`${'  '.repeat(scope.depth)}- ${line}`] : writeEntry(String(at + 1), one, scope);
    });
  }
  if (!isRecord(value)) return [];
  const currency = typeof value.currency === 'string' ? value.currency : scope.currency;
  return Object.entries(value).flatMap(([name, inner]) => {
    if (isId(name) || isSilent(inner)) return [];
    return writeEntry(labelOf(name), unwrap(inner), { ...scope, name, currency });
  });
}
