import { type Leg, legLabels, legs } from '@parley/domain/negotiation/asks/ask';
import { askIdeas } from '@parley/domain/negotiation/asks/idea';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Button } from '../../../components/button.tsx';

/** What others ask for, leg by leg; a press begins the ask with its words. */
export function IdeaList({ onTake }: { onTake: (leg: Leg, title: string) => void }) {
  return (
    <details className="group">
      <summary className="flex min-h-11 items-center gap-1 text-accent">
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        What others ask for
      </summary>
      <dl className="flex flex-col gap-3 pb-2">
        {legs.map((leg) => (
          <div key={leg}>
            <dt className="text-sm text-ink-soft">{legLabels[leg].label}</dt>
            <dd className="mt-1 flex flex-wrap gap-2">
              {askIdeas[leg].map((title) => (
                <Button key={title} onClick={() => onTake(leg, title)}>
                  {title}
                </Button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
