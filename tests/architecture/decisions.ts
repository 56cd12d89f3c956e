import type { Source } from './source.ts';

const wanted = [
  /^# \d+\. .+$/m,
  /^Date: \d{4}-\d\d-\d\d · Status: .+$/m,
  ...sections('Decision', 'Why', 'Alternatives', 'Consequence'),
];

function sections(...names: string[]): RegExp[] {
  return names.map((name) => new RegExp(`^\\*\\*${name}\\.\\*\\* .`, 'm'));
}

const longest = 60;

/** Decisions without date, status, reason, alternatives or consequence, with another number than their file's, or too long to be read. */
export function incompleteDecisions(decisions: Source[]): string[] {
  return decisions.flatMap(({ path, text }) => {
    const missing = wanted.filter((pattern) => !pattern.test(text)).map((pattern) => `${path}: lacks ${pattern.source}`);
    const number = Number(/\/(\d{3})-[^/]+$/.exec(path)?.[1]);
    const headed = Number(/^# (\d+)\./.exec(text)?.[1]);
    if (number !== headed) missing.push(`${path}: is headed ${headed}`);
    if (text.trimEnd().split('\n').length > longest) missing.push(`${path}: more than ${longest} lines`);
    return missing;
  });
}
