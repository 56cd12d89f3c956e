/** The least that a share can show. */
export const hiddenLevels = {
  company: 'hidden',
  pay: 'hidden',
  equity: 'hidden',
  benefits: 'hidden',
  dates: 'hidden',
  notes: 'hidden',
  letter: 'hidden',
} as const;

/** The most, without the letter. */
export const exactLevels = {
  company: 'exact',
  pay: 'exact',
  equity: 'exact',
  benefits: 'exact',
  dates: 'exact',
  notes: 'exact',
  letter: 'hidden',
} as const;
