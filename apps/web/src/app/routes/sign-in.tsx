import { createFileRoute, Link, useLocation } from '@tanstack/react-router';
import { Notice } from '../../components/feedback/notice.tsx';
import { EntryPanel } from '../../features/identity/entry-panel.tsx';
import { SignInForm } from '../../features/identity/sign-in-form.tsx';

export const Route = createFileRoute('/sign-in')({
  staticData: { open: true },
  // Where to go on afterwards: an address of ours, never another site's.
  validateSearch: ({ then }: Record<string, unknown>): { then?: string | undefined } =>
    typeof then === 'string' && /^\/(?![/\\])/.test(then) ? { then } : {},
  component: Screen,
});

function Screen() {
  const { then } = Route.useSearch();
  const navigate = Route.useNavigate();
  const ended = useLocation({ select: ({ hash }) => hash === 'ended' });
  return (
    <EntryPanel title="Sign in" first={then === undefined && !ended}>
      {ended ? <Notice tone="good" title="Your account has been ended, and what was yours alone is gone." /> : null}
      <SignInForm onDone={() => void navigate({ href: then ?? '/', replace: true })} />
      <p>
        New here?{' '}
        <Link to="/sign-up" className="font-medium text-accent underline">
          Sign up
        </Link>{' '}
        to found a council. Were you invited? Open the link you were sent.
      </p>
    </EntryPanel>
  );
}
