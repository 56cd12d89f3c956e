export const guideParts = ['council', 'search', 'mission', 'interview', 'negotiation', 'landing'] as const;
/** The parts of the road, in the order in which one walks it. */
export type GuidePart = (typeof guideParts)[number];

export const guidePlaces = [
  'council',
  'me',
  'opportunities',
  'mission',
  'debriefs',
  'offer',
  'plan',
  'ledger',
  'terms',
  'outcome',
  'rounds',
  'prep',
] as const;
/** Where in the product a practice is done: a page of its own, or a room of an opportunity. */
export type GuidePlace = (typeof guidePlaces)[number];

/** One practice: what to do and why, and where it is done. `id` is stable: links point at it. */
export type Topic = { id: string; part: GuidePart; title: string; lines: readonly string[]; place: GuidePlace };

/** A topic that was found, with the lines that speak of what was asked, by their places. */
export type Found = { topic: Topic; hits: readonly number[] };

/** Letters as they are compared: without case, accents, and the width of their signs. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The topics in which every word of a question stands, title first: the ones whose title holds all of it, then the others in
 * their order. An empty question finds every topic, with no line marked.
 */
export function findTopics(topics: readonly Topic[], question: string): Found[] {
  const words = folded(question).split(' ').filter(Boolean);
  if (words.length === 0) return topics.map((topic) => ({ topic, hits: [] }));
  const holds = (text: string) => {
    const all = folded(text);
    return words.every((word) => all.includes(word));
  };
  const found = topics.filter(({ title, lines }) => holds(`${title} ${lines.join(' ')}`));
  const ranked = [...found.filter(({ title }) => holds(title)), ...found.filter(({ title }) => !holds(title))];
  return ranked.map((topic) => {
    const hits = topic.lines.flatMap((line, at) => (words.some((word) => folded(line).includes(word)) ? [at] : []));
    return { topic, hits };
  });
}
