import { NegotiationRef } from '@parley/domain/negotiation/input';
import { OfferRef } from '@parley/domain/offer/input';
import { read } from '../../read.ts';
import { router } from '../../trpc.ts';
import { deadlineQuestion, handOverQuestion } from './calendar-view.ts';

/** What a person puts into their own calendar: only the owner's own content, for the owner alone. */
export const calendarRouter = router({
  deadline: read(OfferRef, deadlineQuestion),
  handOver: read(NegotiationRef, handOverQuestion),
});
