import type { DebriefDocument, DebriefOutcome } from '@parley/domain/debrief/debrief';
import type { Read } from '@parley/domain/debrief/reads';
import { cautiousLevels } from '@parley/domain/item/levels';
import type { Member } from './stage.ts';

/** Shares an item with the whole council, the employer under its alias. */
export async function shareWith(
  owner: Member,
  councilId: string,
  itemId: string,
  expiresAt: string | null = null,
): Promise<void> {
  await owner.api.share.set.mutate({ itemId, councilId, readerId: null, levels: cautiousLevels, expiresAt });
}

type Account = { owner: Member; councilId: string; opportunityId: string; document: DebriefDocument; own: Read };

/** Writes a debrief, shares it and asks the council for sealed reads. */
export async function askReads({ owner, councilId, opportunityId, document, own }: Account): Promise<string> {
  const { debriefId } = await owner.api.debrief.create.mutate({ opportunityId, kind: document.kind });
  await owner.api.debrief.save.mutate({ debriefId, rev: 1, document });
  await shareWith(owner, councilId, debriefId);
  await owner.api.debrief.askReads.mutate({ debriefId, read: own });
  return debriefId;
}

/** Says what came of a debrief whose reads are revealed. */
export async function resolve(owner: Member, debriefId: string, outcome: DebriefOutcome, on: string): Promise<void> {
  const { rev } = await owner.api.debrief.get.query({ debriefId });
  await owner.api.debrief.setOutcome.mutate({ debriefId, rev, result: { outcome, on } });
}
