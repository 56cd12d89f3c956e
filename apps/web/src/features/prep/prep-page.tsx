import type { AppRouter } from '@parley/api/router';
import { composure } from '@parley/domain/guide/mission-topics';
import { callTitle } from '@parley/domain/opportunity/call';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { inferRouterOutputs } from '@trpc/server';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { useFormat } from '../../lib/format.ts';
import { partOfNegotiation, roomOf } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { CallPanel, TargetCard } from './call-panel.tsx';
import { HouseCard } from './house-card.tsx';
import { PrepCard } from './prep-card.tsx';

type Prep = inferRouterOutputs<AppRouter>['prep']['get'];

export type PrepPageProps = {
  opportunityId: string;
  /** What notes a figure while one speaks, which the app brings. */
  noteFigure: (call: NonNullable<Prep['call']>) => ReactNode;
};

/** What one wants to see in the minutes before a call, in the order in which it helps; nothing else is on it. */
export function PrepPage({ opportunityId, noteFigure }: PrepPageProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.prep.get.queryOptions({ opportunityId }));
  if (query.isPending)
    return (
      <Page title="Before the call">
        <Skeleton what="what you need for the call" lines={6} />
      </Page>
    );
  if (query.isLoadingError)
    return (
      <Page title="Before the call">
        <Failed error={query.error} what="what you need for the call" retry={() => void query.refetch()} />
      </Page>
    );
  return (
    <Page title="Before the call" header={<Header {...query.data} />}>
      <Sheet {...query.data} />
      {query.data.call ? (
        <div className="pointer-events-none sticky bottom-20 z-10 mt-3 flex justify-end sm:bottom-4">
          <div className="pointer-events-auto">{noteFigure(query.data.call)}</div>
        </div>
      ) : null}
    </Page>
  );
}

function Header({ opportunityId, company, role, next, upcoming }: Prep) {
  const format = useFormat();
  const day = next?.on ? format.day(next.on) : null;
  return (
    <header className="mb-3 pt-3 sm:pt-5">
      <Link
        to="/opportunities/$opportunityId"
        params={{ opportunityId }}
        className="-ml-1 inline-flex min-h-11 max-w-full items-center gap-1 text-accent"
      >
        <ChevronLeft aria-hidden="true" className="size-4 shrink-0" />
        <span className="truncate">
          {role}, {company}
        </span>
      </Link>
      <h1 className="text-xl">Before the call</h1>
      {upcoming ? <Upcoming call={upcoming} /> : null}
      {next && !upcoming ? <p className="text-ink-soft">{[day, next.act].filter(Boolean).join(' · ')}</p> : null}
    </header>
  );
}

/** The call that comes next: when, with whom, and the way in. */
function Upcoming({ call }: { call: NonNullable<Prep['upcoming']> }) {
  const format = useFormat();
  const { at, minutes, link, note } = call;
  return (
    <div className="wrap-anywhere text-ink-soft">
      <p className="text-ink">
        {callTitle(call)} · <time dateTime={at}>{format.dayTime(at)}</time>
        {`, ${minutes} minutes`}
      </p>
      {/^https?:\/\//i.test(link) ? (
        <a
          href={link}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          {link}
        </a>
      ) : (
        <p>{link}</p>
      )}
      {note ? <p className="whitespace-pre-wrap">{note}</p> : null}
    </div>
  );
}

function Sheet({ opportunityId, helpers, mission, questions, call }: Prep) {
  return (
    <div className="flex flex-col gap-5">
      <HouseCard helpers={helpers} />
      <ComposureCard />
      <PrepCard title="Mission">
        {mission === '' ? (
          <Missing opportunityId={opportunityId}>Write the mission in a sentence</Missing>
        ) : (
          <p className="text-lg">{mission}</p>
        )}
      </PrepCard>
      {call ? (
        <>
          <TargetCard {...call} />
          <CallPanel {...call} />
        </>
      ) : null}
      {questions.length > 0 ? (
        <PrepCard title="Still to ask">
          <ul className="flex list-disc flex-col gap-2 pl-5 text-lg">
            {questions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </PrepCard>
      ) : null}
      {call === null && questions.length === 0 ? (
        <p className="max-w-prose text-ink-soft">
          Your questions from the mission appear here and, once you negotiate an offer, your target, asks, opening words and
          replies.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {call ? (
          <LinkButton to={partOfNegotiation} params={{ opportunityId, part: 'plan' }} hash="rehearse">
            Rehearse it first
          </LinkButton>
        ) : null}
        <LinkButton to={roomOf.debrief} params={{ opportunityId }} search={{ begin: call ? 'negotiation' : 'interview' }}>
          The call is over: debrief it
        </LinkButton>
      </div>
    </div>
  );
}

/** A minute before it rings; folded, so that the figures stay on the first screen. */
function ComposureCard() {
  return (
    <details className="group -mt-3">
      <summary className="flex min-h-11 items-center gap-1 text-accent">
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        {composure.title}
      </summary>
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 pb-1 pl-6 text-lg">
        {composure.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Missing({ opportunityId, children }: { opportunityId: string; children: string }) {
  return (
    <Link to={roomOf.mission} params={{ opportunityId }} className="inline-flex min-h-11 items-center text-accent underline">
      {children}
    </Link>
  );
}
