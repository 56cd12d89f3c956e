import { NegotiationRef } from '@parley/domain/negotiation/input';
import { read } from '../../read.ts';
import { router } from '../../trpc.ts';
import { decisionQuestion } from './decision-view.ts';

export const decisionRouter = router({ get: read(NegotiationRef, decisionQuestion) });
