import type { Helper } from '@parley/domain/prep/prep';
import { Link } from '@tanstack/react-router';
import Lock from 'lucide-react/icons/lock';
import { Avatar } from '../../components/avatar.tsx';

/** The people who helped one get here, as if they stood behind one. */
export function HouseCard({ helpers }: { helpers: readonly Helper[] }) {
  if (helpers.length === 0)
    return (
      <p>
        <Link to="/me" hash="gratitude" className="inline-flex min-h-11 items-center text-accent underline">
          Who helped you get here? Write down their names
        </Link>
      </p>
    );
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label="Your gratitude house" className="overflow-x-auto pb-1" tabIndex={0}>
        <ul className="flex gap-x-4 gap-y-2 sm:flex-wrap">
          {helpers.map(({ id, name, how }) => (
            <li key={id} className="flex w-20 shrink-0 flex-col items-center gap-1 text-center">
              <Avatar name={name} />
              <span className="w-full text-sm leading-tight font-medium break-words">{name}</span>
              {how ? <span className="line-clamp-2 w-full text-sm leading-tight text-ink-soft">{how}</span> : null}
            </li>
          ))}
        </ul>
      </section>
      <p className="mt-1 flex items-center gap-1 text-sm text-ink-soft">
        <Lock aria-hidden="true" className="size-3.5" /> They got you here. Only you see them.
      </p>
    </div>
  );
}
