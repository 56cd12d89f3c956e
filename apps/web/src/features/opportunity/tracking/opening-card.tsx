import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import PenLine from 'lucide-react/icons/pen-line';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Chip } from '../../../components/chip.tsx';
import { useHeld } from '../../../lib/use-draft.ts';
import { OpeningForm } from './opening-form.tsx';

type Props = { opportunityId: string; rev: number; details: OpportunityDetails };

/** What is known of the opening: notes, tags, address, pay, source, and the posting as it was. */
export function OpeningCard({ opportunityId, rev, details }: Props) {
  const [writing, setWriting] = useState(useHeld(`opportunity:${opportunityId}:notes`));
  const edit = (
    <Button kind="quiet" icon={<PenLine aria-hidden="true" />} onClick={() => setWriting(true)} className="-mr-3">
      Write here
    </Button>
  );
  return (
    <Card title="The opening" level={3} aside={writing ? null : edit}>
      {writing ? (
        <OpeningForm {...{ opportunityId, rev, details }} onDone={() => setWriting(false)} />
      ) : (
        <OpeningFacts details={details} />
      )}
    </Card>
  );
}

function OpeningFacts({ details }: { details: OpportunityDetails }) {
  const { posting, level, source, link, pay, tags, notes } = details;
  if ([posting, level, source, link, pay, notes, ...tags].every((text) => text === ''))
    return <p className="text-ink-soft">Notes, tags, the posting and where you heard of it stand here.</p>;
  return (
    <div className="flex flex-col gap-3">
      {notes ? <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{notes}</p> : null}
      {tags.length > 0 ? (
        <ul aria-label="Tags" className="flex flex-wrap gap-2">
          {tags.map((tag) => (
            <li key={tag}>
              <Chip>{tag}</Chip>
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="grid grid-cols-[5rem_1fr] gap-x-4 gap-y-1 empty:hidden">
        {link ? (
          <Fact label="Posting">
            <a href={link} target="_blank" rel="noreferrer noopener" className="text-accent underline">
              {link}
            </a>
          </Fact>
        ) : null}
        {pay ? <Fact label="Pay">{pay}</Fact> : null}
        {level ? <Fact label="Level">{level}</Fact> : null}
        {source ? <Fact label="Source">{source}</Fact> : null}
      </dl>
      {posting ? (
        <details>
          <summary className="min-h-11 content-center font-medium">The posting as it was</summary>
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{posting}</p>
        </details>
      ) : null}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
