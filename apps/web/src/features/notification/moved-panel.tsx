import { tellings } from '@parley/domain/notification/notification';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.tsx';
import { NoticeList } from './notice-list.tsx';
import { type Entry, useBundles, useSeen } from './use-notices.ts';

/** What happened since I was here, in short; to look at it is to have seen it. */
export function MovedPanel({ entries, now }: { entries: readonly Entry[]; now: Date }) {
  const { drawn, unseen } = useBundles(entries);
  const seeing = useSeen(unseen);
  // what asks for something stands above, among what waits
  const fresh = drawn.filter(({ seen, kind }) => !seen && !tellings[kind].asks);
  const all = (
    <Link to="/notices" className="inline-flex min-h-11 items-center">
      All notices
    </Link>
  );
  return (
    <Card title="Since you were here" aside={all} flush>
      {fresh.length > 0 ? (
        <NoticeList bundles={fresh} seeing={seeing} now={now} />
      ) : (
        <p className="px-4 py-3 text-ink-soft sm:px-5">Nothing new.</p>
      )}
    </Card>
  );
}
