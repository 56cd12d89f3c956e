import { Link } from '@tanstack/react-router';
import BriefcaseBusiness from 'lucide-react/icons/briefcase-business';
import CircleUserRound from 'lucide-react/icons/circle-user-round';
import Keyboard from 'lucide-react/icons/keyboard';
import Sun from 'lucide-react/icons/sun';
import UsersRound from 'lucide-react/icons/users-round';
import { lazy, Suspense } from 'react';

const NoticeLink = lazy(() => import('./notice-link.tsx').then((file) => ({ default: file.NoticeLink })));
const ThemeSwitch = lazy(() => import('../components/theme-switch.tsx').then((file) => ({ default: file.ThemeSwitch })));

const places = [
  { to: '/', label: 'Today', Icon: Sun },
  { to: '/opportunities', label: 'Opportunities', Icon: BriefcaseBusiness },
  { to: '/council', label: 'Council', Icon: UsersRound },
  { to: '/me', label: 'Me', Icon: CircleUserRound },
] as const;

const place =
  'flex items-center rounded-md font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink ' +
  'aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-strong ' +
  'max-md:min-h-14 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:text-[min(0.8125rem,3.3vw)] ' +
  'md:min-h-11 md:gap-3 md:px-3 [&_svg]:size-5 [&_svg]:shrink-0';

/** The four places, and what is new: a rail at the left, a bar at the bottom of a phone. */
export function Navigation({ onShortcuts }: { onShortcuts: () => void }) {
  return (
    <header className="z-20 border-line bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)] md:sticky md:top-0 md:flex md:h-dvh md:w-56 md:shrink-0 md:flex-col md:border-r md:px-3 md:py-5 print:hidden">
      <Link to="/" activeProps={{ 'aria-current': undefined }} className="mb-5 px-3 text-lg font-semibold text-ink max-md:hidden">
        Parley
      </Link>
      <nav aria-label="Places">
        <ul className="flex md:flex-col md:gap-1">
          {places.map(({ to, label, Icon }) => (
            <li key={to} className="flex flex-1 md:block">
              <Link to={to} activeOptions={{ exact: to === '/' }} className={place}>
                <Icon aria-hidden="true" />
                {label}
              </Link>
            </li>
          ))}
          <li className="flex max-md:w-12 md:min-h-11">
            <Suspense fallback={null}>
              <NoticeLink look={place} />
            </Suspense>
          </li>
        </ul>
      </nav>
      <div className="mt-auto flex flex-col gap-1 max-md:hidden">
        <button
          type="button"
          onClick={onShortcuts}
          className="flex min-h-11 items-center gap-3 rounded-md px-3 text-ink-soft hover:bg-sunken hover:text-ink [&_svg]:size-5"
        >
          <Keyboard aria-hidden="true" />
          Shortcuts
        </button>
        <div className="min-h-11">
          <Suspense fallback={null}>
            <ThemeSwitch />
          </Suspense>
        </div>
      </div>
    </header>
  );
}
