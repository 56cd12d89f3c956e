import { callTitle } from '@parley/domain/opportunity/call';
import { Link } from '@tanstack/react-router';
import { buttonLook } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import type { Today } from './use-today.ts';

const way = buttonLook('quiet', 'self-start sm:mr-1 sm:self-auto sm:shrink-0');
const isAddress = (link: string) => /^https?:\/\//i.test(link);

/** My calls of the next days, the nearest first, each one press away from its pre-call screen. */
export function CallList({ entries }: { entries: Today['calls'] }) {
  const format = useFormat();
  const { zone } = usePerson();
  return (
    <Card title={entries.length === 1 ? 'Next call' : 'Next calls'} flush>
      <ul className="divide-y divide-line">
        {entries.map((call) => {
          const { id, opportunityId, at, role, company, link } = call;
          return (
            <li key={id} className="flex flex-col sm:flex-row sm:items-center">
              <Link
                to="/opportunities/$opportunityId"
                params={{ opportunityId }}
                className="flex min-h-12 min-w-0 flex-1 flex-col justify-between gap-x-4 gap-y-0.5 px-4 py-2 text-ink hover:bg-sunken sm:flex-row sm:items-center sm:px-5"
              >
                <span className="min-w-0 wrap-anywhere">
                  {callTitle(call)}{' '}
                  <span className="text-ink-soft">
                    · {role}, {company}
                  </span>
                </span>
                <span className="shrink-0 text-sm tabular-nums">
                  <time dateTime={at}>{format.dayTime(at)}</time>
                  {call.zone === zone ? null : (
                    <span className="text-ink-soft">{` · ${format.time(at, call.zone)} in ${format.place(call.zone)}`}</span>
                  )}
                </span>
              </Link>
              {isAddress(link) ? (
                <a href={link} target="_blank" rel="noreferrer noopener" className={way}>
                  Join
                </a>
              ) : null}
              <Link to="/opportunities/$opportunityId/prep" params={{ opportunityId }} className={way}>
                Before the call
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
