import { CreateTerm, DraftTerms, MarkTerm, RemoveTerm, SaveTerm, TermsOf } from '@parley/domain/negotiation/terms/input';
import { read } from '../../read.ts';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { creatingTerm, draftingTerms, markingTerm, removingTerm, savingTerm } from './act.ts';
import { termsQuestion } from './view.ts';

export const termRouter = router({
  list: read(TermsOf, termsQuestion),
  create: write(CreateTerm, creatingTerm),
  draft: write(DraftTerms, draftingTerms),
  save: write(SaveTerm, savingTerm),
  mark: write(MarkTerm, markingTerm),
  remove: write(RemoveTerm, removingTerm),
});
