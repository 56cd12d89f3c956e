import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Bell from 'lucide-react/icons/bell';
import { useTRPC } from '../lib/trpc.ts';

/** The way to the notices, with how many are new; the stream keeps the number true. */
export function NoticeLink({ look }: { look: string }) {
  const trpc = useTRPC();
  const count = useQuery(trpc.today.noticeCount.queryOptions());
  const fresh = count.data?.fresh ?? 0;
  return (
    <Link to="/notices" className={`${look} relative w-full`}>
      <Bell aria-hidden="true" />
      <span className="max-md:sr-only">Notices</span>
      {fresh > 0 ? (
        <span className="ml-auto text-sm text-accent-strong tabular-nums max-md:absolute max-md:top-1.5 max-md:right-0 max-md:rounded-full max-md:bg-surface max-md:px-1">
          {fresh}
          <span className="sr-only"> new</span>
        </span>
      ) : null}
    </Link>
  );
}
