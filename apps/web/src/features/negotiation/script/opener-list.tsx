import { openers } from '@parley/domain/negotiation/plan/opener';
import { playPhases } from '@parley/domain/negotiation/plan/playbook';
import { readParts, silenceLine } from '@parley/domain/negotiation/script/script';
import type { SlotName } from '@parley/domain/negotiation/script/slot-name';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Plus from 'lucide-react/icons/plus';
import type { ShownSlot } from '../../../components/spoken-lines.tsx';
import { SpokenParts } from '../../../components/spoken-lines.tsx';

export type OpenerListProps = { show: (slot: SlotName) => ShownSlot; onTake: (line: string) => void };

/** Sentences to begin with, step by step; a press puts one into the script, where it is made one's own. */
export function OpenerList({ show, onTake }: OpenerListProps) {
  return (
    <details className="group">
      <summary className="flex min-h-11 items-center gap-1 text-accent">
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        Sentences to begin with
      </summary>
      <dl className="flex flex-col gap-3 pb-2">
        {playPhases.map((phase) => (
          <div key={phase}>
            <dt className="text-sm text-ink-soft">{openers[phase].title}</dt>
            <dd>
              <ul className="divide-y divide-line">
                {openers[phase].lines.map((line) => (
                  <li key={line}>
                    <button
                      type="button"
                      onClick={() => onTake(line)}
                      className="flex min-h-11 w-full items-start gap-2 rounded-sm px-1 py-2 text-left hover:bg-sunken"
                    >
                      <Plus aria-hidden="true" className="mt-1 size-4 shrink-0 text-accent" />
                      <span>
                        {line === silenceLine ? (
                          'Silence, as a line of its own'
                        ) : (
                          <SpokenParts parts={readParts(line, [])} show={show} />
                        )}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
