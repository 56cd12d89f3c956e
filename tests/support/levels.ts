/** The least that a share can show. */
export const hiddenLevels = {
  company: 'hidden',
  pay: 'hidden',
  equity: 'hidden',
  benefits: 'hidden',
  dates: 'hidden',
  notes: 'hidden',
} as const;

/** The most. */
export const exactLevels = {
  company: 'exact',
  pay: 'exact',
  equity: 'exact',
  benefits: 'exact',
  dates: 'exact',
  notes: 'exact',
} as const;
