import { AskFromNeed, CreateAsk, RankAsks, RemoveAsk, SaveAsk } from '@parley/domain/negotiation/asks/input';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { creatingAsk, rankingAsks, removingAsk, savingAsk, takingNeed } from './act.ts';

export const askRouter = router({
  create: write(CreateAsk, creatingAsk),
  fromNeed: write(AskFromNeed, takingNeed),
  save: write(SaveAsk, savingAsk),
  remove: write(RemoveAsk, removingAsk),
  rank: write(RankAsks, rankingAsks),
});
