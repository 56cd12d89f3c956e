import { createFileRoute, Link } from '@tanstack/react-router';
import { EntryPanel } from '../../features/identity/entry-panel.tsx';
import { SignUpForm } from '../../features/identity/sign-up-form.tsx';

export const Route = createFileRoute('/sign-up')({ staticData: { open: true }, component: Screen });

function Screen() {
  const navigate = Route.useNavigate();
  return (
    <EntryPanel title="Sign up" lead="For yourself, or to found a council and invite your peers.">
      <SignUpForm onDone={() => void navigate({ to: '/council', replace: true })} />
      <p>
        Have an account?{' '}
        <Link to="/sign-in" className="font-medium text-accent underline">
          Sign in
        </Link>
      </p>
    </EntryPanel>
  );
}
