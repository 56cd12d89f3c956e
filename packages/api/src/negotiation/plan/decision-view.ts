import type { RowsOf } from '@parley/db/line';
import type { Ring } from '@parley/db/ring';
import { targetOf, yearBaseOf } from '@parley/domain/compensation/base';
import { projectOffer } from '@parley/domain/compensation/project-offer';
import { notFound } from '@parley/domain/kernel/error';
import { groupBy } from '@parley/domain/kernel/group';
import type { NegotiationRef } from '@parley/domain/negotiation/input';
import { isLiveProcess, type Offered, type Process } from '@parley/domain/negotiation/plan/decision';
import { proposeTimeline } from '@parley/domain/negotiation/plan/timeline';
import type { DaysOff } from '@parley/domain/offer/days-off';
import { isShort } from '@parley/domain/offer/deadline';
import type { Frame } from '@parley/domain/offer/offer';
import type { z } from 'zod';
import { calendarOf, knownPeople } from '../../identity/rows.ts';
import { openVersion, ownLatestVersions } from '../../offer/rows.ts';
import { frameContent, ownFrames } from '../../opportunity/deadline-rows.ts';
import { opportunityContent, ownOpportunities } from '../../opportunity/rows.ts';
import { question } from '../../read.ts';
import { negotiationOf } from '../rows.ts';

/** What the viewer's other openings are read from. */
export const processRows = () => ({ offers: ownFrames(), versions: ownLatestVersions(), opportunities: ownOpportunities() });

type ProcessRows = RowsOf<ReturnType<typeof processRows>>;
type FrameRow = ProcessRows['offers'][number];
type Opened = { offerId: string; offered: Offered | null; frame: Frame };

const totalYears = 4;

/** One of the viewer's own offers as the decision needs it. */
function openOwn(open: Ring['open'], { id, ownerId: owner, rev, sealed }: FrameRow, versions: ProcessRows['versions']): Opened {
  const frame = open(frameContent, { id, owner, rev }, sealed);
  const version = versions.find(({ offerId }) => offerId === id);
  if (!version) return { offerId: id, offered: null, frame };
  const { currency, components } = openVersion(open, owner, version).content;
  const { total, complete } = projectOffer({ currency, components }, { ...frame.assumptions, horizon: totalYears });
  const base = yearBaseOf(components.base);
  const bonusPercent = targetOf(components.bonus);
  return { offerId: id, offered: { base, bonusPercent, total, complete, currency }, frame };
}

/** What is on record of the offer that a negotiation is about: figures and days; null when it is gone. */
export function openOffered(open: Ring['open'], rows: Pick<ProcessRows, 'offers' | 'versions'>, offerId: string): Opened | null {
  const frame = rows.offers.find(({ id }) => id === offerId);
  return frame ? openOwn(open, frame, rows.versions) : null;
}

/** The viewer's other openings that are alive, each with its offers. */
export function openProcesses(open: Ring['open'], rows: ProcessRows, besides: string): Process[] {
  const offers = groupBy(rows.offers, ({ opportunityId }) => opportunityId);
  return rows.opportunities
    .filter(({ id, stage }) => id !== besides && isLiveProcess(stage))
    .map(({ id, ownerId: owner, rev, stage, sealed }) => {
      const { company, alias, role } = open(opportunityContent, { id, owner, rev }, sealed);
      const here = (offers.get(id) ?? []).map((row) => openOwn(open, row, rows.versions));
      const found = here.map(({ offerId, offered }) => ({ offerId, offered }));
      return { opportunityId: id, company, alias, role, stage, offers: found };
    });
}

/** Whether the employer gave less than two business days, or refused more time. */
function isPressed({ deadline, receivedOn, extension }: Frame, off: readonly DaysOff[]): boolean {
  return extension === 'refused' || (deadline !== null && receivedOn !== null && isShort(deadline, receivedOn, off));
}

/** The parts of "should I negotiate?", for the owner. The walk-away is none of them: it has its own procedure. */
export const decisionQuestion = question({
  ask: ({ negotiationId }: z.output<typeof NegotiationRef>) => ({
    negotiation: negotiationOf(negotiationId),
    people: knownPeople(),
    ...processRows(),
  }),
  answer({ rows, open, viewer, now }) {
    const [negotiation] = rows.negotiation;
    if (negotiation?.ownerId !== viewer.id) throw notFound();
    const own = openOffered(open, rows, negotiation.offerId);
    const processes = openProcesses(open, rows, negotiation.opportunityId);
    const { off } = calendarOf(rows.people, open, viewer.id);
    const deadline = own?.frame.deadline ?? null;
    const timeline = deadline ? proposeTimeline(deadline, now, off) : [];
    const short = own ? isPressed(own.frame, off) : false;
    const receivedOn = own?.frame.receivedOn ?? null;
    return { offered: own?.offered ?? null, short, deadline, receivedOn, timeline, processes };
  },
});
