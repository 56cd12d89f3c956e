import { CreateNegotiation, NegotiationRef, RemoveNegotiation } from '@parley/domain/negotiation/input';
import { SaveNegotiation } from '@parley/domain/negotiation/plan/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { creatingNegotiation, removingNegotiation, savingNegotiation } from './act.ts';
import { negotiationQuestion } from './view.ts';

export const negotiationRouter = router({
  create: write(CreateNegotiation, creatingNegotiation),
  get: read(NegotiationRef, negotiationQuestion),
  save: write(SaveNegotiation, savingNegotiation),
  remove: write(RemoveNegotiation, removingNegotiation),
});
