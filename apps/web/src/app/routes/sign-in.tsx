import { createFileRoute, Link } from '@tanstack/react-router';
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
  return (
    <EntryPanel title="Sign in" first={then === undefined}>
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
