import type { Prisma } from '@parley/db/generated/client';
import { targetOf, yearBaseOf } from '@parley/domain/compensation/base';
import { projectOffer } from '@parley/domain/compensation/project-offer';
import { isLiveProcess, type Offered, type Process } from '@parley/domain/negotiation/plan/decision';
import { content, frame } from '@parley/domain/offer/input';
import { opportunityDetails } from '@parley/domain/opportunity/input';
import type { Scope } from '../../trpc.ts';

/** The viewer's own offer as a citation needs it. */
type OwnOffer = { offerId: string; offered: Offered | null };

const latest = { versions: { orderBy: { number: 'desc' }, take: 1 } } as const satisfies Prisma.OfferInclude;
type OfferRow = Prisma.OfferGetPayload<{ include: typeof latest }>;

const totalYears = 4;

async function openRow(scope: Scope, row: OfferRow): Promise<OwnOffer> {
  const owner = scope.viewer.id;
  const kept = await scope.vault.open({ table: 'offer', id: row.id, owner, rev: row.rev }, row.sealed, frame);
  const [version] = row.versions;
  if (!version) return { offerId: row.id, offered: null };
  const ref = { table: 'offer_version', id: version.id, owner, rev: 1 };
  const { currency, components } = await scope.vault.open(ref, version.sealed, content);
  const { total, complete } = projectOffer({ currency, components }, { ...kept.assumptions, horizon: totalYears });
  const base = yearBaseOf(components.base);
  const bonusPercent = targetOf(components.bonus);
  return { offerId: row.id, offered: { base, bonusPercent, total, complete, currency } };
}

/** The viewer's other openings that are alive, each with its offers. */
export async function findProcesses(scope: Scope, besides: string): Promise<Process[]> {
  const owner = scope.viewer.id;
  const rows = await scope.db.opportunity.findMany({
    where: { id: { not: besides }, ownerId: owner },
    orderBy: { id: 'asc' },
  });
  const live = rows.filter(({ stage }) => isLiveProcess(stage));
  const offers = await scope.db.offer.findMany({
    where: { ownerId: owner, item: { opportunityId: { in: live.map(({ id }) => id) } } },
    include: { ...latest, item: { select: { opportunityId: true } } },
    orderBy: { id: 'asc' },
  });
  return Promise.all(
    live.map(async ({ id, rev, stage, sealed }) => {
      const ref = { table: 'opportunity', id, owner, rev };
      const { company, alias, role } = await scope.vault.open(ref, sealed, opportunityDetails);
      const here = offers.filter(({ item }) => item.opportunityId === id);
      const found = await Promise.all(here.map((row) => openRow(scope, row)));
      return { opportunityId: id, company, alias, role, stage, offers: found };
    }),
  );
}
