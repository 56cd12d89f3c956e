import Lock from 'lucide-react/icons/lock';
import type { ReactNode } from 'react';

export type PrivateGroundProps = {
  /** Who sees it, in words. */
  words?: string | undefined;
  children: ReactNode;
  className?: string | undefined;
};

/** The faintly hatched ground of what only its owner sees, with the lock and the words in its margin. */
export function PrivateGround({ words = 'Only you see this', children, className = '' }: PrivateGroundProps) {
  return (
    <div className={`private-ground rounded-md border border-line ${className}`}>
      <p className="flex items-center gap-1.5 px-4 pt-3 text-sm font-medium text-ink-soft sm:px-5">
        <Lock aria-hidden="true" className="size-3.5 shrink-0" />
        {words}
      </p>
      <div className="px-4 pt-2 pb-4 sm:px-5">{children}</div>
    </div>
  );
}
