import { latestOf } from '@parley/domain/offer/offer';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import FilePlus2 from 'lucide-react/icons/file-plus-2';
import Flag from 'lucide-react/icons/flag';
import { lazy, Suspense, startTransition, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { CalendarButton } from '../../components/calendar-button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShareChip, ThreadMark } from '../../components/item-tools.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useDaysOff } from '../../lib/use-days-off.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { AttachmentPanel } from './attachment/attachment-panel.tsx';
import { DeadlineCard } from './deadline/deadline-card.tsx';
import { DeadlineDialog } from './deadline/deadline-dialog.tsx';
import { blankEntry } from './entry/use-entry.ts';
import { AskedPanel } from './figures/asked-panel.tsx';
import { CompletenessPanel } from './figures/completeness-panel.tsx';
import { FiguresPanel } from './figures/figures-panel.tsx';
import { VersionsPanel } from './figures/versions-panel.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { LogPanel } from './sharing/log-panel.tsx';
import { PreviewDialog } from './sharing/preview-dialog.tsx';
import type { OwnOffer } from './use-offer.ts';

const EntryForm = lazy(() => import('./entry/entry-form.tsx').then((file) => ({ default: file.EntryForm })));

/** One of my offers, with everything in it. */
export function OwnerPanel({ offerId, opportunityId }: { offerId: string; opportunityId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.offer.get.queryOptions({ offerId }));
  if (query.isPending) return <Skeleton lines={8} what="the offer" />;
  if (query.isLoadingError) return <Failed error={query.error} what="the offer" retry={() => void query.refetch()} />;
  return (
    <Suspense fallback={<Skeleton lines={8} what="the offer" />}>
      <OfferSheet offer={query.data} opportunityId={opportunityId} />
    </Suspense>
  );
}

type Open = 'nothing' | 'entry' | 'deadline' | 'preview' | 'remove';

function OfferSheet({ offer, opportunityId }: { offer: OwnOffer; opportunityId: string }) {
  const { offerId, rev, frame, versions, completeness } = offer;
  const latest = latestOf(versions);
  const [open, show] = useState<Open>(useHeld(`offer:${offerId}`) ? 'entry' : 'nothing');
  // What is on the screen stays until the form has been fetched.
  const setOpen = (next: Open) => startTransition(() => show(next));
  const close = () => setOpen('nothing');
  const { receivedOn, deadline } = frame;
  const draft = frame.draft ?? {
    stage: latest ? ('revised' as const) : ('written' as const),
    content: latest?.content ?? blankEntry('USD').draft.content,
  };
  const writing = open === 'entry' || latest === null;
  const initial = { receivedOn, deadline, draft };
  return (
    <div className="flex min-w-0 flex-col gap-5 rounded-md border border-line bg-raised p-4 sm:p-5">
      <Bar offer={offer} canWrite={!writing} setOpen={setOpen} />
      {writing ? <EntryForm {...{ opportunityId, offer, initial }} onDone={close} onCancel={latest ? close : null} /> : null}
      {latest ? <AskedPanel {...{ offerId, opportunityId }} content={latest.content} assumptions={frame.assumptions} /> : null}
      {latest ? <FiguresPanel offer={offer} latest={latest} /> : null}
      {completeness ? <CompletenessPanel completeness={completeness} /> : null}
      {latest ? <VersionsPanel key={latest.number} versions={versions} assumptions={frame.assumptions} /> : null}
      <AttachmentPanel {...{ offerId, opportunityId }} />
      <LogPanel offerId={offerId} />
      <div>
        <Button kind="quiet" className="-ml-4" onClick={() => setOpen('remove')}>
          Delete this offer
        </Button>
      </div>
      {open === 'deadline' ? <DeadlineDialog {...{ offerId, rev, frame }} onClose={close} /> : null}
      {open === 'preview' ? <PreviewDialog offerId={offerId} onClose={close} /> : null}
      {open === 'remove' ? <RemoveDialog {...{ offerId, rev }} onClose={close} /> : null}
    </div>
  );
}

type BarProps = { offer: OwnOffer; canWrite: boolean; setOpen: (open: Open) => void };

/** Which version it is, who sees it, by when they want an answer, and what can be done. */
function Bar({ offer, canWrite, setOpen }: BarProps) {
  const { offerId, frame } = offer;
  const { deadline, receivedOn, extension, redFlag, draft } = frame;
  const latest = latestOf(offer.versions);
  const off = useDaysOff();
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Chip>{latest ? `v${latest.number} ${latest.stage}` : 'draft'}</Chip>
        <ShareChip itemId={offerId} kind="offer" />
        <ThreadMark itemId={offerId} blockId="offer" label="Offer" />
        {latest ? (
          <span className="flex flex-wrap gap-2 sm:ml-auto">
            <LinkButton to="/opportunities/compare" search={{ offers: offerId }}>
              Compare
            </LinkButton>
            <Button icon={<Eye aria-hidden="true" />} onClick={() => setOpen('preview')}>
              See it as they see it
            </Button>
            {canWrite ? (
              <Button kind="primary" icon={<FilePlus2 aria-hidden="true" />} onClick={() => setOpen('entry')}>
                {draft ? 'Continue the draft' : 'New version'}
              </Button>
            ) : null}
          </span>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-3">
        {deadline ? (
          <DeadlineCard {...{ deadline, receivedOn, extension, off }} />
        ) : (
          <p className="text-ink-soft">No deadline was given.</p>
        )}
        <Button kind="quiet" className="-ml-4" onClick={() => setOpen('deadline')}>
          {deadline ? 'Change' : 'Set a deadline'}
        </Button>
        {deadline ? <DeadlineFile offerId={offerId} /> : null}
        {redFlag === null ? null : (
          <Chip tone="bad" icon={<Flag aria-hidden="true" />}>
            {redFlag}
          </Chip>
        )}
      </div>
    </>
  );
}

function DeadlineFile({ offerId }: { offerId: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const load = () => client.fetchQuery({ ...trpc.calendar.deadline.queryOptions({ offerId }), staleTime: 0, gcTime: 0 });
  return <CalendarButton load={load}>Calendar file</CalendarButton>;
}
