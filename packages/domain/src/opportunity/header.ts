import type { OpportunityDetails, Stage } from './opportunity.ts';

/** Stands for an employer whose name is not shown and has no alias. */
export const anEmployer = 'an employer';

/** An opportunity as one viewer may see it: the only form in which it reaches anybody but its owner. */
export type Header = {
  opportunityId: string;
  ownerId: string;
  ownerName: string;
  role: string;
  employer: string;
  stage: Stage;
  mine: boolean;
};

/** The employer's name for a viewer: the company where it is theirs to see, else the alias, else "an employer". */
export function employerFor(details: Pick<OpportunityDetails, 'company' | 'alias'>, showsCompany: boolean): string {
  if (showsCompany) return details.company;
  return details.alias === '' ? anEmployer : details.alias;
}

/**
 * Whether a text names the company: for a warning to its owner before others read it. Compares without case, accents
 * and punctuation, as whole words.
 */
export function namesCompany(text: string, company: string): boolean {
  const needle = plain(company);
  return needle !== '' && ` ${plain(text)} `.includes(` ${needle} `);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
