import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { Card } from '../../components/card.tsx';
import { LinkButton } from '../../components/link-button.tsx';

/** An empty account: the two acts that everything else hangs on, the next one as the one primary button. */
export function BeginCard({ begun }: { begun: { council: boolean; opportunity: boolean } }) {
  return (
    <Card title="Begin here" flush>
      <ol className="divide-y divide-line">
        <Step
          done={begun.council}
          title="Join or found a council"
          words="Found a council and invite three to seven peers, or open the link that somebody sent you."
        >
          <LinkButton to="/council" kind="primary">
            Found a council
          </LinkButton>
        </Step>
        <Step
          done={begun.opportunity}
          title="Write down one opening you are pursuing"
          words="Its mission, debriefs, offer and negotiation hang on it. Only you see it until you share a part."
        >
          <LinkButton to="/opportunities" search={{ add: ' ' }} kind={begun.council ? 'primary' : 'plain'}>
            Add an opportunity
          </LinkButton>
        </Step>
      </ol>
    </Card>
  );
}

function Step({ done, title, words, children }: { done: boolean; title: string; words: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-5">
      <div className="max-w-prose min-w-0 flex-1 basis-64">
        <p className="font-medium">{title}</p>
        <p className="text-ink-soft">{words}</p>
      </div>
      {done ? (
        <span className="inline-flex min-h-11 items-center gap-2 text-good">
          <Check aria-hidden="true" className="size-5" />
          Done
        </span>
      ) : (
        children
      )}
    </li>
  );
}
