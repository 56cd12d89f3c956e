const widest = 60;

/** A cell in one line: what is null says so, what is long is cut and says how long it is. */
function cell(value: string | null): string {
  if (value === null) return '∅';
  if (/^\\x/.test(value) && value.length > 26) return `${value.slice(0, 18)}… (${value.length / 2 - 1} bytes)`;
  const line = value.replaceAll(/\s*\n\s*/g, ' ↵ ');
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}

const counted = (rows: number) => `(${rows} ${rows === 1 ? 'row' : 'rows'})`;

/** Rows as a table; where that is wider than the window, each row as a list of its columns. */
export function showRows(names: readonly string[], rows: readonly (readonly (string | null)[])[], width: number): string {
  const cells = rows.map((row) => row.map(cell));
  const widths = names.map((name, at) => Math.max(name.length, ...cells.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const fits = widths.reduce((sum, one) => sum + one + 2, -2) <= width;
  if (fits || rows.length === 0)
    return [line(names), line(widths.map((one) => '─'.repeat(one))), ...cells.map(line), counted(rows.length)].join('\n');
  const longest = Math.max(...names.map((name) => name.length));
  const listed = cells.map((row, at) =>
    [`── ${at + 1}`, ...row.map((text, column) => `${(names[column] ?? '').padEnd(longest)}  ${text}`)].join('\n'),
  );
  return [...listed, counted(rows.length)].join('\n');
}
