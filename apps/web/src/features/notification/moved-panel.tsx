import { groupBy } from '@parley/domain/kernel/group';
import type { Bundle } from '@parley/domain/notification/bundle';
import { tellings } from '@parley/domain/notification/notification';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.tsx';
import { NoticeList } from './notice-list.tsx';
import { type Entry, useBundles, useSeen } from './use-notices.ts';

/** What happened since I was here, council by council; to look at it is to have seen it. */
export function MovedPanel({ entries, now }: { entries: readonly Entry[]; now: Date }) {
  const { drawn, unseen } = useBundles(entries);
  const seeing = useSeen(unseen);
  // what asks for something stands above, among what waits
  const fresh = drawn.filter(({ seen, kind }) => !seen && !tellings[kind].waits);
  const all = (
    <Link to="/notices" className="inline-flex min-h-11 items-center">
      All notices
    </Link>
  );
  return (
    <Card title="Since you were here" aside={all} flush>
      {fresh.length === 0 ? <p className="px-4 py-3 text-ink-soft sm:px-5">Nothing new.</p> : null}
      <div className="divide-y divide-line">
        {listByCouncil(fresh).map(({ name, bundles }) => (
          <section key={name} aria-label={name} className="py-1.5">
            <h3 className="px-4 pt-1.5 text-sm font-medium break-words text-ink-soft sm:px-5">{name}</h3>
            <NoticeList bundles={bundles} seeing={seeing} now={now} />
          </section>
        ))}
      </div>
    </Card>
  );
}

/** The council in which something moved last comes first. */
function listByCouncil(bundles: readonly Bundle<Entry>[]) {
  const groups = groupBy(bundles, ({ latest }) => latest.via?.councilId ?? '');
  return [...groups.values()].map((same) => ({ name: same[0]?.latest.via?.name ?? 'Elsewhere', bundles: same }));
}
