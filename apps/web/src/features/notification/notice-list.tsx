import { type Bundle, bundleSentence } from '@parley/domain/notification/bundle';
import { type Subject, tellings } from '@parley/domain/notification/notification';
import { Link } from '@tanstack/react-router';
import Bell from 'lucide-react/icons/bell';
import { Faces } from '../../components/faces.tsx';
import { useFormat } from '../../lib/format.ts';
import { placeOfItem } from '../../lib/item-place.ts';
import type { Entry, useBundles, useSeen } from './use-notices.ts';

type ListProps = { bundles: ReturnType<typeof useBundles>['drawn']; seeing: ReturnType<typeof useSeen>; now: Date };

/** One line for each piece of news: who and on what, never what was written. */
export function NoticeList({ bundles, seeing, now }: ListProps) {
  return (
    <ul className="divide-y divide-line">
      {bundles.map((bundle) => (
        <li key={bundle.ids.join(' ')} data-notices={bundle.ids.join(' ')} ref={seeing.watch}>
          <Way bundle={bundle} onFollow={() => (bundle.seen ? undefined : seeing.mark(bundle.ids))}>
            <Words bundle={bundle} now={now} />
          </Way>
        </li>
      ))}
    </ul>
  );
}

function subjectOf({ item, council }: Entry): Subject {
  if (item) return { item: item.kind, mine: item.mine, ownerName: item.ownerName };
  return council ? { council: council.name } : { own: true };
}

function Words({ bundle, now }: { bundle: Bundle<Entry>; now: Date }) {
  const format = useFormat();
  const { latest, seen, actors } = bundle;
  return (
    <>
      <span className="w-11 shrink-0">{actors.length > 0 ? <Faces names={actors.slice(0, 2)} /> : <Nobody />}</span>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
        <span className={`min-w-0 ${seen ? 'text-ink-soft' : 'font-medium'}`}>
          {seen ? null : <span className="sr-only">New: </span>}
          {bundleSentence(bundle, subjectOf(latest))}
          {latest.item ? <span className="font-normal text-ink-soft"> · {latest.item.role}</span> : null}
        </span>
        <span className="text-sm text-ink-soft">{format.relative(latest.at, now)}</span>
      </span>
    </>
  );
}

/** Where the house itself tells, without anybody's face. */
function Nobody() {
  return (
    <span aria-hidden="true" className="grid size-6 place-items-center rounded-full bg-sunken text-ink-soft">
      <Bell className="size-3.5" />
    </span>
  );
}

type WayProps = { bundle: Bundle<Entry>; onFollow: () => void; children: React.ReactNode };

/** Where it leads: to its conversation, to what it asks for, to the item, to a council or its meeting, or to what is one's own. */
function placeOf({ item, council, kind, threadId }: Entry) {
  if (item?.rehearsalId) return { to: '/rehearsals/$rehearsalId', params: { rehearsalId: item.rehearsalId } } as const;
  if (item) return placeOfItem(item, { talk: threadId, reads: kind === 'readsAsked' || kind === 'revealed' });
  if (council && tellings[kind].lands === 'meeting')
    return { to: '/council/$councilId/meeting', params: { councilId: council.councilId } } as const;
  const hash = ['joined', 'left', 'landed'].includes(kind) ? 'members' : undefined;
  if (council) return { to: '/council/$councilId', params: { councilId: council.councilId }, hash } as const;
  return { to: tellings[kind].lands === 'me' ? '/me' : '/council' } as const;
}

function Way({ bundle: { latest }, onFollow, children }: WayProps) {
  const look = 'flex min-h-12 items-center gap-3 px-4 py-2 text-ink hover:bg-sunken sm:px-5';
  return (
    <Link {...placeOf(latest)} className={look} onClick={onFollow}>
      {children}
    </Link>
  );
}
