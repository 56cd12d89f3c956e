const marks = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^\d{4}-\d\d-\d\d(T|$)/;

/** Every text that stands somewhere in what is shared, without ids and dates; figures kept as numbers are no texts. */
export function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return /\p{L}|\p{Nd}/u.test(value) && !marks.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}
