import Copy from 'lucide-react/icons/copy';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form/field.tsx';
import { useFormat } from '../../lib/format.ts';
import { useCopy } from '../../lib/use-copy.ts';
import { wholeLink } from './use-link.ts';

/** `email` is a name where the address is not for who sees the link. */
export type FreshLink = { email: string; link: string; expiresAt: string };

/** A fresh link, shown this once: only its hash is kept. Beside several others its button is a quiet one. */
export function LinkCard({ fresh, several = false }: { fresh: FreshLink; several?: boolean }) {
  const format = useFormat();
  const link = wholeLink(fresh.link);
  const { state, copy } = useCopy(link);
  return (
    <div className="flex flex-col gap-3 rounded-md bg-accent-soft p-4">
      <TextField
        label={`Link for ${fresh.email}`}
        hint={`Pass it on yourself. It works once, only for this person, until ${format.dayTime(fresh.expiresAt)}. It will not be shown again.`}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
        error={state === 'failed' ? 'Your browser did not allow copying. Select the link and copy it yourself.' : undefined}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind={several ? 'plain' : 'primary'}
          icon={<Copy aria-hidden="true" />}
          aria-label={several ? `Copy the link for ${fresh.email}` : undefined}
          onClick={copy}
        >
          Copy the link
        </Button>
        <span role="status" className="text-sm text-good">
          {state === 'copied' ? 'Copied.' : ''}
        </span>
      </div>
    </div>
  );
}
