import { AcceptSuggestion, DeclineSuggestion, MakeSuggestion } from '@parley/domain/suggestion/input';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { acceptingSuggestion, decliningSuggestion, makingSuggestion } from './act.ts';

export const suggestionRouter = router({
  make: write(MakeSuggestion, makingSuggestion),
  accept: write(AcceptSuggestion, acceptingSuggestion),
  decline: write(DeclineSuggestion, decliningSuggestion),
});
