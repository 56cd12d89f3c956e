/** The country of a letter, a sentence of it, and what is said there in the words of `inWords`, ways to read it set apart by `or`. */
export type Sentence = readonly [country: string, text: string, said: readonly string[]];
