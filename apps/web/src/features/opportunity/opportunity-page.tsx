import type { Header } from '@parley/domain/opportunity/header';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { HeaderPanel } from './header-panel.tsx';
import { SectionList } from './section-list.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { measurePageTop, useArrival } from './use-section.ts';

export type PartProps = { opportunityId: string; mine: boolean; itemIds: string[] };

type Parts = Record<'mission' | 'debrief' | 'offer' | 'negotiation' | 'round', string[]>;

type Props = {
  opportunityId: string;
  /** The panels of the other nouns, which the app brings. */
  sections: Record<keyof Parts, (part: PartProps) => ReactNode>;
  /** Puts the thread panel beside the reading column. */
  beside: (content: ReactNode) => ReactNode;
};

const titles = [
  { id: 'mission', title: 'Mission' },
  { id: 'debrief', title: 'Debriefs' },
  { id: 'offer', title: 'Offer' },
  { id: 'negotiation', title: 'Negotiation' },
  { id: 'round', title: 'Counter rounds' },
] as const;

/** The heart: one opening with everything that hangs on it. */
export function OpportunityPage({ opportunityId, sections, beside }: Props) {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  useArrival(page.isSuccess);
  if (page.isPending)
    return (
      <Page title="Opportunity" header={<span />}>
        <Skeleton what="the opportunity" lines={8} />
      </Page>
    );
  if (page.isLoadingError)
    return (
      <Page title="Opportunity">
        <Failed error={page.error} what="the opportunity" retry={() => void page.refetch()} />
      </Page>
    );
  const { header, own, deadline, parts, hasTimeline } = page.data;
  const part = (kind: keyof Parts): PartProps => ({ opportunityId, mine: header.mine, itemIds: parts[kind] });
  // A reader sees only what is shared with them; the owner sees every section, to begin it.
  const shown = titles.filter(({ id }) => header.mine || parts[id].length > 0);
  const entries = [...shown, ...(hasTimeline ? [{ id: 'timeline', title: 'Timeline' }] : [])];
  // On a phone only the index stays in sight: the header would leave too little room.
  const bar = (
    <div ref={measurePageTop} className="top-0 z-20 -mx-4 max-md:contents md:sticky sm:-mx-8">
      <HeaderPanel header={header} own={own} deadline={deadline} />
      <SectionList entries={entries} />
    </div>
  );
  return (
    <Page title={windowTitle(header)} wide header={bar}>
      {beside(
        <div className="flex flex-col gap-10 pt-2">
          {shown.map(({ id, title }) => (
            <Section key={id} id={id} title={title}>
              {sections[id](part(id))}
            </Section>
          ))}
          {hasTimeline ? (
            <Section id="timeline" title="Timeline">
              <TimelinePanel opportunityId={opportunityId} />
            </Section>
          ) : null}
        </div>,
      )}
    </Page>
  );
}

function windowTitle({ role, employer }: Header): string {
  return `${role}, ${employer}`;
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-16 md:scroll-mt-[calc(var(--page-top,9rem)+1rem)]">
      <h2 id={`${id}-title`} className="mb-4 border-b-2 border-accent pb-1 text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}
