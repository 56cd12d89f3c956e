import { gapsOf, type Proof } from '@parley/domain/proof/proof';
import { useMutation, useQuery } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useRemoval } from '../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { PrivateGround } from '../../components/private-ground.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { useOpened } from '../../lib/use-revised.ts';
import { ProofForm } from './proof-form.tsx';

/** The proof library on the own page: what one has done, as one can show it. */
export function ProofList() {
  const trpc = useTRPC();
  const query = useQuery(trpc.proof.list.queryOptions());
  return (
    <section id="proofs" aria-labelledby="proofs-title" className="scroll-mt-6">
      <PrivateGround>
        <h2 id="proofs-title" className="text-base">
          Proof library
        </h2>
        <p className="mt-1 mb-3 max-w-prose text-ink-soft">
          What you have done, as you can show it. Write an outcome down while you remember the number; when you ask for something,
          the form offers it as a reason.
        </p>
        {query.isPending ? <Skeleton what="your proofs" /> : null}
        {query.isError ? <Failed error={query.error} what="your proofs" retry={() => void query.refetch()} /> : null}
        {query.data ? <Proofs proofs={query.data} /> : null}
      </PrivateGround>
    </section>
  );
}

function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  const trpc = useTRPC();
  const { open, setOpen, close } = useOpened(useHeld('proof:new') ? 'new' : null);
  const remove = useMutation(trpc.proof.remove.mutationOptions());
  const removal = useRemoval(async (proofId) => {
    await remove.mutateAsync({ proofId });
  }, 'Proof removed');
  return (
    <div className="flex flex-col items-start gap-4">
      <ul className="w-full divide-y divide-line empty:hidden">
        {proofs
          .filter(({ proofId }) => !removal.isGone(proofId))
          .map((proof) => (
            <li key={proof.proofId} className="py-3">
              {open === proof.proofId ? (
                <ProofForm proof={proof} onClose={() => close(proof.proofId)} />
              ) : (
                <Row proof={proof} onEdit={() => setOpen(proof.proofId)} onRemove={() => removal.remove(proof.proofId)} />
              )}
            </li>
          ))}
      </ul>
      <FormFailure failure={removal.failure} />
      {open === 'new' ? (
        <ProofForm proof={null} onClose={() => close('new')} />
      ) : (
        <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
          Add a proof
        </Button>
      )}
    </div>
  );
}

function Row({ proof, onEdit, onRemove }: { proof: Proof; onEdit: () => void; onRemove: () => void }) {
  const { outcome, metric, scope, verify, led } = proof;
  const entries = [
    { id: 'edit', label: 'Edit', onAct: onEdit },
    { id: 'remove', label: 'Remove', onAct: onRemove, danger: true },
  ];
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{outcome}</p>
        <p className="flex flex-wrap items-baseline gap-x-3 text-ink-soft">
          {metric ? <span className="tabular-nums">{metric}</span> : null}
          {scope ? <span>{scope}</span> : null}
        </p>
        {verify.trim() ? <p className="mt-1 max-w-prose whitespace-pre-wrap wrap-anywhere">{verify}</p> : null}
        <p className="mt-1 flex flex-wrap gap-2 empty:hidden">
          {led ? <Chip tone="accent">I led this</Chip> : null}
          {gapsOf(proof).map((gap) => (
            <Chip key={gap} tone="warn">
              {gap}
            </Chip>
          ))}
        </p>
      </div>
      <Menu iconOnly label={`More: “${outcome.slice(0, 60)}”`} icon={<Ellipsis aria-hidden="true" />} entries={entries} />
    </div>
  );
}
