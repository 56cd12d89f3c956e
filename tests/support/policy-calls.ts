const words = new Set([
  'and',
  'or',
  'not',
  'any',
  'all',
  'in',
  'exists',
  'select',
  'where',
  'from',
  'case',
  'when',
  'then',
  'else',
  'coalesce',
]);

/** Where the bracket that opens at `start` closes. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

const calls = (text: string) =>
  [...text.matchAll(/([a-z_]\w*)\(/gi)].flatMap(([call, name = '']) => (words.has(name.toLowerCase()) ? [] : call));

/**
 * The functions that a policy calls for a row: all outside of a sub-select, and inside of one those that are given
 * something. One that takes nothing is asked once, whatever the row.
 */
export function callsOutside(printed: string): string[] {
  const expression = printed.replace(/\s+/g, ' ');
  const start = expression.indexOf('( SELECT ');
  if (start < 0) return calls(expression);
  const end = closing(expression, start);
  const named = expression.slice(start + 9, end).replace(/\) (\w+)\([\w, ]*\)/g, ') $1');
  const inside = named.replace(/\w+\(\)/g, 'asked');
  return [...calls(expression.slice(0, start)), ...callsOutside(inside), ...callsOutside(expression.slice(end + 1))];
}
