const whole = /^[“„"«](.*)[”“"»]$/s;

/** Somebody's words in one pair of quotation marks, also where the writer put some around them already. */
export function quoted(words: string): string {
  const bare = words.trim();
  return `“${whole.exec(bare)?.[1] ?? bare}”`;
}
