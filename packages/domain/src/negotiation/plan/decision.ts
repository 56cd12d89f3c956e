import { invalid } from '../../kernel/error.ts';
import { employerFor } from '../../opportunity/header.ts';
import { type Stage, stages } from '../../opportunity/opportunity.ts';
import type { Cited } from '../ledger/move.ts';
import type { Figures } from '../negotiation.ts';

/** One figure held against another. `by` in minor units. */
export type Held = { kind: 'met' } | { kind: 'below'; by: number } | { kind: 'above'; by: number };

/** What is offered held against what is wanted; null while one of them is not known. */
export function compareWithWanted(wanted: number | null, offered: number | null): Held | null {
  if (wanted === null || offered === null) return null;
  if (offered === wanted) return { kind: 'met' };
  return offered < wanted ? { kind: 'below', by: wanted - offered } : { kind: 'above', by: offered - wanted };
}

/** What stands on the offer's side: the certain four-year total, and whether anything of it is still unknown. */
export type Offered = {
  base: number | null;
  bonusPercent: string | null;
  total: number;
  complete: boolean;
  currency: string;
};

/** The offered figures as they can be held against the plan's: none in another currency. */
export function takeOffered(offered: Offered | null, currency: string): Figures {
  if (offered === null || offered.currency !== currency) return { base: null, total: null };
  return { base: offered.base, total: offered.complete ? offered.total : null };
}

/** Another opening of the owner's that is alive: from the first screening on. */
export type Process = {
  opportunityId: string;
  company: string;
  alias: string;
  role: string;
  stage: Stage;
  offers: CompetingOffer[];
};

/** An offer that there is: only such a one can be cited. `base` and `total` as last put on record. */
export type CompetingOffer = { offerId: string; offered: Offered | null };

/** Whether an opening counts as a live process: from screening on, and not ended. */
export function isLiveProcess(stage: Stage): boolean {
  const at = stages.indexOf(stage);
  return at >= stages.indexOf('screen') && at <= stages.indexOf('negotiating');
}

/** The offers among these processes that can be cited, each with whose it is. */
export function listCitable(processes: readonly Process[]): { offerId: string; company: string; role: string }[] {
  return processes.flatMap(({ company, role, offers }) => offers.map(({ offerId }) => ({ offerId, company, role })));
}

/**
 * The citation of an offer: as it stood when the same one is cited still, else of a live one with its alias. Throws
 * `invalid` beside `path` for an offer that there is not.
 */
export function cite(offerId: string | null, before: Cited | null, live: readonly Process[], path: string): Cited | null {
  if (offerId === null) return null;
  if (before?.offerId === offerId) return before;
  const process = live.find(({ offers }) => offers.some((offer) => offer.offerId === offerId));
  if (!process) throw invalid(path, 'Only another offer that you have now can be cited.');
  return { offerId, as: employerFor(process, false) };
}
