import type { OpportunityDetails, Stage } from '@parley/domain/opportunity/opportunity';
import type { Member, StoryClock } from './stage.ts';

type Employer = Pick<OpportunityDetails, 'company' | 'alias' | 'role'>;

/** An opportunity that its owner applied for so many days ago. */
export async function makeOpening(owner: Member, clock: StoryClock, employer: Employer, ago: number): Promise<string> {
  clock.go(ago);
  const made = await owner.api.opportunity.create.mutate({ ...employer, stage: 'lead', on: clock.day(ago) });
  const { opportunityId, rev } = made;
  await owner.api.opportunity.setStage.mutate({ opportunityId, rev, stage: 'applied', on: clock.day(ago) });
  return opportunityId;
}

async function revOf(owner: Member, opportunityId: string): Promise<{ rev: number; details: OpportunityDetails }> {
  const { own } = await owner.api.opportunity.page.query({ opportunityId });
  if (own === null) throw new Error('Only the owner moves an opportunity.');
  return own;
}

/** Moves an opportunity from stage to stage, each so many days ago. */
export async function dealWith(
  owner: Member,
  clock: StoryClock,
  opportunityId: string,
  path: readonly (readonly [stage: Stage, ago: number])[],
): Promise<void> {
  for (const [stage, ago] of path) {
    clock.go(ago);
    const { rev } = await revOf(owner, opportunityId);
    await owner.api.opportunity.setStage.mutate({ opportunityId, rev, stage, on: clock.day(ago) });
  }
}

/** Writes more about an opportunity than its making asked for. */
export async function describe(owner: Member, opportunityId: string, more: Partial<OpportunityDetails>): Promise<void> {
  const { rev, details } = await revOf(owner, opportunityId);
  await owner.api.opportunity.save.mutate({ opportunityId, rev, details: { ...details, ...more } });
}
