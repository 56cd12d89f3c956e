import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a program may have written a word: as typed, in small letters, in UTF-16, in hexadecimal, in base64. */
function spellings(word: string): Buffer[] {
  const plain = Buffer.from(word);
  const hex = plain.toString('hex');
  // Base64 of a part of a longer text, at each of the three places where it may begin.
  const inner = [0, 1, 2].map((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), plain])
      .toString('base64')
      .replaceAll('=', '');
    return coded.slice(before === 0 ? 0 : before + 1, coded.length - 1);
  });
  return [
    plain,
    Buffer.from(word, 'utf16le'),
    Buffer.from(hex),
    ...inner.filter((text) => text.length > 7).map((text) => Buffer.from(text)),
  ];
}

/** Reads every file below a folder as bytes and tells in which of them each word stands, whatever its capitals. */
export function searchFiles(folder: string, words: readonly string[]) {
  const found = new Map<string, string[]>();
  const wanted = words.map((word) => {
    const forms = new Set([word, word.toLowerCase(), word.charAt(0).toUpperCase() + word.slice(1)]);
    return { word, forms: [...forms].flatMap(spellings) };
  });
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = readFileSync(join(entry.parentPath, entry.name));
    files += 1;
    bytes += content.length;
    for (const { word, forms } of wanted)
      if (forms.some((form) => content.includes(form))) found.set(word, [...(found.get(word) ?? []), entry.name]);
  }
  return { files, bytes, found };
}
