import { Link } from '@tanstack/react-router';

/** The way to one topic of the method, where it is wanted: `<MethodLink hash="leaving">Leaving well</MethodLink>`. */
export function MethodLink({ hash, children }: { hash: string; children: string }) {
  return (
    <Link to="/method" hash={hash} className="inline-flex min-h-11 items-center text-accent underline">
      {children}
    </Link>
  );
}
