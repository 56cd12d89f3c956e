/** Somebody who can be mentioned: a reader of the item whose name the writer knows. */
export type Mentionable = { id: string; name: string };

const wordCharacter = /[\p{L}\p{N}_]/u;

/** A stretch of text: a mention with the person it names, or plain. */
export type Stretch = { text: string; person: Mentionable | null };

function nameAt(text: string, at: number, people: readonly Mentionable[]): Mentionable | null {
  if (text[at] !== '@' || wordCharacter.test(text[at - 1] ?? ' ')) return null;
  return (
    people.find(({ name }) => text.startsWith(name, at + 1) && !wordCharacter.test(text[at + 1 + name.length] ?? ' ')) ?? null
  );
}

/** Splits a text into mentions ("@Ana", the longest name that fits) and what stands between them. */
export function splitMentions(text: string, people: readonly Mentionable[]): Stretch[] {
  const longestFirst = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length);
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const person = nameAt(text, at, longestFirst);
    if (!person) continue;
    if (at > from) stretches.push({ text: text.slice(from, at), person: null });
    from = at + 1 + person.name.length;
    stretches.push({ text: text.slice(at, from), person });
    at = from - 1;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), person: null });
  return stretches;
}

/** The ids of everybody a text mentions, each once; two people of one name are both meant. */
export function findMentions(text: string, people: readonly Mentionable[]): string[] {
  const named = new Set(splitMentions(text, people).map(({ person }) => person?.name));
  return people.filter(({ name }) => named.has(name)).map(({ id }) => id);
}

/** The beginning of a mention that ends at the caret, "@An" → "An"; null where none is being typed. */
export function findMentionBefore(text: string, caret: number): string | null {
  const begun = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}_.'-]{0,30})$/u.exec(text.slice(0, caret));
  return begun?.[1] ?? null;
}
