import {
  AcceptCharter,
  ChangeMeeting,
  CouncilRef,
  CreateCouncil,
  HandOverCouncil,
  RemoveMember,
  SaveCharter,
  SaveCouncil,
} from '@parley/domain/council/input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import {
  acceptingCharter,
  closingCouncil,
  handingOver,
  landing,
  leavingCouncil,
  removingMember,
  savingCharter,
  savingCouncil,
} from './act.ts';
import { foundingCouncil } from './found-act.ts';
import { changingMeeting } from './plan-act.ts';
import { chartersQuestion, councilQuestion, councilsQuestion, farewellsQuestion } from './view.ts';

export const councilRouter = router({
  create: write(CreateCouncil, foundingCouncil),
  list: readOwn(councilsQuestion),
  page: read(CouncilRef, councilQuestion),
  charters: read(CouncilRef, chartersQuestion),
  save: write(SaveCouncil, savingCouncil),
  changeMeeting: write(ChangeMeeting, changingMeeting),
  saveCharter: write(SaveCharter, savingCharter),
  acceptCharter: write(AcceptCharter, acceptingCharter),
  leave: write(CouncilRef, leavingCouncil),
  becomeAlumnus: write(CouncilRef, landing),
  remove: write(RemoveMember, removingMember),
  handOver: write(HandOverCouncil, handingOver),
  close: write(CouncilRef, closingCouncil),
  farewells: readOwn(farewellsQuestion),
});
