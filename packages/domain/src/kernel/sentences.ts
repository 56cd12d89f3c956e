import type { z } from 'zod';

/** One refused field, with a sentence that is shown beside it. */
export type FieldSentence = { path: string; message: string };

const kinds: Record<string, string> = {
  string: 'Write this as text.',
  number: 'Give a number here.',
  int: 'Give a whole number here.',
  boolean: 'Say yes or no here.',
  array: 'Give a list here.',
  object: 'Something is missing here.',
  date: 'Give a date here.',
};

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There is no field called ${issue.keys.slice(0, 3).join(', ').slice(0, 80)} here.`;
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? (kinds[issue.expected] ?? 'This is not of the right kind.')
        : issue.message;
    case 'invalid_value':
    case 'invalid_union':
      return issue.message.startsWith('Invalid') ? 'Choose one of the given answers.' : issue.message;
    default:
      return /^(Invalid|Too (big|small))/.test(issue.message) ? 'This is not a value that can be used here.' : issue.message;
  }
}

/** Every refused field of a parse, in order, each path once. `''` is the whole form. */
export function fieldSentences(error: z.core.$ZodError): FieldSentence[] {
  const byPath = new Map<string, string>();
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    if (!byPath.has(path)) byPath.set(path, sentence(issue));
  }
  return [...byPath].map(([path, message]) => ({ path, message }));
}
