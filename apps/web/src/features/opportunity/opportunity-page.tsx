import type { Header } from '@parley/domain/opportunity/header';
import type { ReactNode } from 'react';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page.tsx';
import { HeaderPanel } from './header-panel.tsx';
import { RoomList } from './room-list.tsx';
import { ArrivalContext, measurePageTop, type PageParts, useArriving, useForgetting, usePage } from './use-room.ts';

type Props = {
  opportunityId: string;
  /** The room, which the app brings. */
  children: ReactNode;
  /** Puts the thread panel beside the reading column. */
  beside: (content: ReactNode) => ReactNode;
};

// On a phone the line with stage and deadline goes with what is read; title and rooms stay in sight.
const bar = 'sticky z-20 -mx-4 bg-surface max-lg:-top-11 sm:-mx-8 lg:top-0';

/** The heart: one opening. Header and rooms stay; only the room changes. */
export function OpportunityPage({ opportunityId, children, beside }: Props) {
  const page = usePage(opportunityId);
  const arrive = useArriving();
  if (page.isPending)
    return (
      <Page title="Opportunity" wide header={<div className={`${bar} h-34 border-b border-line lg:h-30`} />}>
        <Skeleton what="the opportunity" lines={8} />
      </Page>
    );
  if (page.isLoadingError)
    return (
      <Page title="Opportunity">
        <Failed error={page.error} what="the opportunity" retry={() => void page.refetch()} />
      </Page>
    );
  return (
    <ArrivalContext value={arrive}>
      <Rooms page={page.data} beside={beside}>
        {children}
      </Rooms>
    </ArrivalContext>
  );
}

function Rooms({ page, beside, children }: Pick<Props, 'beside' | 'children'> & { page: PageParts }) {
  const { header, own, deadline } = page;
  useForgetting(page);
  const head = (
    <div ref={measurePageTop} className={bar}>
      <HeaderPanel header={header} own={own} deadline={deadline} />
      <RoomList page={page} />
    </div>
  );
  return (
    <Page title={windowTitle(header)} wide header={head}>
      {beside(<div className="pt-5">{children}</div>)}
    </Page>
  );
}

function windowTitle({ role, employer }: Header): string {
  return `${role}, ${employer}`;
}
