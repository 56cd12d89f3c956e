import { type Found, findTopics, type GuidePart, type GuidePlace, guideParts, type Topic } from '@parley/domain/guide/guide';
import { topics } from '@parley/domain/guide/topics';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { TextField } from '../../components/form/field.tsx';
import { Page } from '../../components/page.tsx';
import { useTRPC } from '../../lib/trpc.ts';

const partWords = {
  council: 'The council',
  search: 'The search',
  mission: 'The job mission',
  interview: 'Interviews and calls',
  negotiation: 'The negotiation',
  landing: 'Landing',
} satisfies Record<GuidePart, string>;

const placeWords = {
  council: 'Council',
  me: 'Me',
  opportunities: 'Opportunities',
  mission: 'In an opportunity: Mission',
  debriefs: 'In an opportunity: Debriefs',
  offer: 'In an opportunity: Offer',
  plan: 'In an opportunity: Negotiation, Plan',
  ledger: 'In an opportunity: Negotiation, Ledger',
  terms: 'In an opportunity: Negotiation, Terms',
  outcome: 'In an opportunity: Negotiation, Outcome',
  rounds: 'In an opportunity: Rounds',
  prep: 'In an opportunity: Before the call',
} satisfies Record<GuidePlace, string>;

const pages = { council: '/council', me: '/me', opportunities: '/opportunities' } as const;

/** Where a practice is done; the rooms of an opportunity are reached from the list. */
function PlaceLink({ place }: { place: GuidePlace }) {
  const to = place === 'council' || place === 'me' ? pages[place] : pages.opportunities;
  return (
    <Link to={to} className="inline-flex min-h-11 items-center text-sm text-accent underline">
      {placeWords[place]}
    </Link>
  );
}

/** Every practice of the method, and a search over them; the checklists of one's own councils stand among them. */
export function GuidePage() {
  const trpc = useTRPC();
  const [question, setQuestion] = useState('');
  const own = useQuery(trpc.checklist.mine.queryOptions());
  const all = useMemo(() => [...topics, ...(own.data ?? []).map(topicOf)], [own.data]);
  const found = findTopics(all, question);
  const isAsked = question.trim() !== '';
  const told = found.length === 1 ? '1 topic' : `${found.length} topics`;
  return (
    <Page title="The method" lead="How councils search and negotiate, and where in Parley each thing is done.">
      <div>
        <TextField
          label="Look for something"
          type="search"
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          autoComplete="off"
        />
        <p role="status" className="mt-1 text-sm text-ink-soft">
          {isAsked ? told : `${told}, from the first meeting to the first weeks in the job.`}
        </p>
      </div>
      {found.length === 0 ? (
        <EmptyState title="Nothing here mentions that." action={<Button onClick={() => setQuestion('')}>Show everything</Button>}>
          Try one word: silence, equity, charter.
        </EmptyState>
      ) : null}
      {isAsked ? <TopicList found={found} open={() => true} /> : <Parts found={found} />}
    </Page>
  );
}

function topicOf(list: { checklistId: string; title: string; lines: readonly { text: string }[] }): Topic {
  return {
    id: list.checklistId,
    part: 'council',
    title: list.title,
    lines: list.lines.map(({ text }) => text),
    place: 'council',
  };
}

function Parts({ found }: { found: readonly Found[] }) {
  const wanted = useRouterState({ select: ({ location }) => location.hash });
  return guideParts.map((part) => (
    <section key={part} aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`} className="mb-2 text-lg">
        {partWords[part]}
      </h2>
      <TopicList found={found.filter(({ topic }) => topic.part === part)} open={(id) => id === wanted} level={3} />
    </section>
  ));
}

type TopicListProps = { found: readonly Found[]; open: (id: string) => boolean; level?: 2 | 3 };

/** Folded by their titles until one is wanted: the whole method is long, and a phone is not. */
function TopicList({ found, open, level = 2 }: TopicListProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="divide-y divide-line overflow-hidden rounded-md border border-line bg-raised">
      {found.map(({ topic: { id, title, lines, place }, hits }) => (
        <article key={id} id={id} className="scroll-mt-6">
          <details key={String(open(id))} className="group" open={open(id)}>
            <summary className="flex min-h-11 items-center gap-2 px-4 sm:px-5">
              <ChevronRight
                aria-hidden="true"
                className="size-4 shrink-0 text-ink-soft transition-transform group-open:rotate-90"
              />
              <Heading className="py-2 text-base">{title}</Heading>
            </summary>
            <div className="px-4 pb-1 pl-10 sm:px-5 sm:pl-11">
              <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5">
                {lines.map((line, at) => (
                  <li key={line} className={hits.includes(at) ? 'font-medium' : undefined}>
                    {line}
                  </li>
                ))}
              </ul>
              <PlaceLink place={place} />
            </div>
          </details>
        </article>
      ))}
    </div>
  );
}
