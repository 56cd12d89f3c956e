export const clauseParts = ['title', 'level', 'place', 'remote', 'leave', 'reviewDate', 'startDate'] as const;
/** What a package says without money: words, or a day. */
export type ClausePart = (typeof clauseParts)[number];

/** One of them as it was said: words of one line, or a civil date (`2027-02-01`). It is worth nothing in any total. */
export type Clause = { about: ClausePart; text: string };

/** A clause is one line, of at most so many characters. */
export const longestClause = 300;

const labels: Record<ClausePart, string> = {
  title: 'Title',
  level: 'Level',
  place: 'Place of work',
  remote: 'Remote work',
  leave: 'Leave',
  reviewDate: 'Review date',
  startDate: 'Start date',
};

/** What a clause is called on a screen. */
export function clauseLabel(part: ClausePart): string {
  return labels[part];
}

/** Whether this part of a package is a day and no words. */
export function isDay(part: ClausePart): boolean {
  return part === 'reviewDate' || part === 'startDate';
}

/** The part of that name, or null when the name is none of a clause. */
export function findClausePart(name: string): ClausePart | null {
  return clauseParts.find((part) => part === name) ?? null;
}

/** What stands after `next` is said on top of `standing`: a clause that is not mentioned stays as it was. */
export function layClauses(standing: readonly Clause[], next: readonly Clause[]): Clause[] {
  const said = new Map([...standing, ...next].map((clause) => [clause.about, clause]));
  return clauseParts.flatMap((part) => said.get(part) ?? []);
}
