import { Link } from '@tanstack/react-router';
import { buttonLook } from '../../components/button.tsx';
import { todayIn, useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { roomOf } from '../../lib/rooms.ts';
import type { Today } from './use-today.ts';

const way = buttonLook('quiet', 'self-start sm:mr-1 sm:self-auto sm:shrink-0');

/** The next act of each of my opportunities, the nearest first. */
export function NextList({ entries, now }: { entries: Today['next']; now: Date }) {
  const format = useFormat();
  const { zone } = usePerson();
  const today = todayIn(zone, now);
  return (
    <ul className="divide-y divide-line">
      {entries.map(({ opportunityId, act, on, role, company, stage }) => (
        <li key={opportunityId} className="flex flex-col sm:flex-row sm:items-center">
          <Link
            to="/opportunities/$opportunityId"
            params={{ opportunityId }}
            className="flex min-h-12 min-w-0 flex-1 flex-col justify-between gap-x-4 gap-y-0.5 px-4 py-2 text-ink hover:bg-sunken sm:flex-row sm:items-center sm:px-5"
          >
            <span className="min-w-0">
              {act}{' '}
              <span className="text-ink-soft">
                · {role}, {company}
              </span>
            </span>
            {on === null ? null : (
              <span className={`shrink-0 text-sm tabular-nums ${on < today ? 'text-warn' : 'text-ink-soft'}`}>
                {on === today ? 'today' : format.day(on)}
                {on < today ? ', overdue' : ''}
              </span>
            )}
          </Link>
          {on !== null && on <= today ? (
            <Link
              to={roomOf.debrief}
              params={{ opportunityId }}
              aria-label={`Debrief: ${act}`}
              className={way}
              search={{ begin: stage === 'negotiating' ? 'negotiation' : 'interview' }}
            >
              Debrief
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
