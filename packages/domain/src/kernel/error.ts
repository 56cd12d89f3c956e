/** The closed list of ways in which a rule can refuse. Mapped once to a transport's codes. */
export type DomainCode = 'unauthorized' | 'not-found' | 'forbidden' | 'conflict' | 'invalid' | 'too-many' | 'unavailable';

/** A refusal in the product's words: the sentence is shown to the person as it is. */
export class DomainError extends Error {
  readonly code: DomainCode;
  /** Path of the field that the sentence is about, `people.0.name`. */
  readonly path: string | undefined;
  /** With `conflict`: the newer version, so that the screen can offer both. */
  readonly newer: unknown;

  constructor(code: DomainCode, sentence: string, more: { path?: string; newer?: unknown } = {}) {
    super(sentence);
    this.name = 'DomainError';
    this.code = code;
    this.path = more.path;
    this.newer = more.newer;
  }
}

/** The same sentence for what is not there and for what the person should not know is there. */
export function notFound(): DomainError {
  return new DomainError('not-found', 'This is not here, or you no longer have access to it.');
}

/** Somebody (perhaps you, in another tab) saved in between. */
export function conflict(newer: unknown, sentence = 'This was changed somewhere else in the meantime.'): DomainError {
  return new DomainError('conflict', sentence, { newer });
}

/** A value that the rules refuse; `path` names the field beside which the sentence is shown. */
export function invalid(path: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { path });
}
