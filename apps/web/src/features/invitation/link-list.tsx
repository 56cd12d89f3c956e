import Copy from 'lucide-react/icons/copy';
import { Button } from '../../components/button.tsx';
import { useCopy } from '../../lib/use-copy.ts';
import { type FreshLink, LinkCard } from './link-card.tsx';
import { wholeLink } from './use-link.ts';

/** The links that were just made; several are copied together, each beside its address. */
export function FreshLinks({ links }: { links: readonly FreshLink[] }) {
  const { state, copy } = useCopy(links.map(({ email, link }) => `${email}\n${wholeLink(link)}`).join('\n\n'));
  if (links.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {links.length > 1 ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" icon={<Copy aria-hidden="true" />} onClick={copy}>
            Copy all {links.length} links
          </Button>
          <span role="status" className={`text-sm ${state === 'failed' ? 'text-bad' : 'text-good'}`}>
            {state === 'copied' ? 'Copied.' : ''}
            {state === 'failed' ? 'Your browser did not allow copying. Copy each link by hand.' : ''}
          </span>
        </div>
      ) : null}
      {links.map((link) => (
        <LinkCard key={link.link} fresh={link} several={links.length > 1} />
      ))}
    </div>
  );
}
