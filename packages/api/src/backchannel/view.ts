import { question } from '../read.ts';
import { backchannelOf, openBackchannel } from './rows.ts';

/** What the owner of an opportunity heard about it. */
export const backchannelQuestion = question({
  ask: ({ opportunityId }: { opportunityId: string }) => ({ heard: backchannelOf(opportunityId) }),
  answer: ({ rows, open }) => rows.heard.map((row) => openBackchannel(open, row)),
});
