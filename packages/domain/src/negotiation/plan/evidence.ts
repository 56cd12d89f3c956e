/** Money that a source names, in the smallest unit of its own currency. */
export type EvidenceFigure = { amount: number; currency: string };

/** What a number rests on: where it comes from, of which day, what it says. `link` is '' or an http(s) address. */
export type EvidenceContent = {
  source: string;
  on: string | null;
  figure: EvidenceFigure | null;
  link: string;
  words: string;
};

export type Evidence = EvidenceContent & { evidenceId: string; rev: number };

/** The address as a browser would open it, or null for what is no plain http(s) address of a named host. */
export function webAddress(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const address = new URL(text);
  // a name and a password before the host dress up another host as this one
  const plain = address.username === '' && address.password === '';
  return plain && address.host !== '' ? address : null;
}

/** The host that a link leads to, as it is shown beside it; foreign letters stay in their safe spelling. */
export function hostOf(link: string): string {
  return webAddress(link)?.host ?? '';
}

/** The evidence that an ask rests on, in the order in which it was linked; what is gone is left out. */
export function findLinkedEvidence(ids: readonly string[], all: readonly Evidence[]): Evidence[] {
  return ids.flatMap((id) => all.find(({ evidenceId }) => evidenceId === id) ?? []);
}

/** Whether every id is one of these entries. */
export function knowsEvidence(ids: readonly string[], all: readonly { evidenceId: string }[]): boolean {
  return ids.every((id) => all.some(({ evidenceId }) => evidenceId === id));
}

/**
 * What proves most, for the minutes before a call: what the asks rest on, in their order, then the rest, latest first
 * and a figure before mere words.
 */
export function orderByProof(
  asks: readonly { evidenceIds: readonly string[] }[],
  all: readonly Evidence[],
  most: number,
): Evidence[] {
  const linked = findLinkedEvidence([...new Set(asks.flatMap(({ evidenceIds }) => evidenceIds))], all);
  const weight = ({ figure, on, evidenceId }: Evidence) => `${figure ? 1 : 0} ${on ?? ''} ${evidenceId}`;
  const rest = all.filter((one) => !linked.includes(one)).sort((a, b) => (weight(a) > weight(b) ? -1 : 1));
  return [...linked, ...rest].slice(0, most);
}
