import { reasonFrom } from '@parley/domain/proof/reason';
import { useQuery } from '@tanstack/react-query';
import Award from 'lucide-react/icons/award';
import { Menu } from '../../../components/overlay/menu.tsx';
import { useTRPC } from '../../../lib/trpc.ts';

/** Puts a proof of one's own library into words as a reason. Nothing is there without a proof. */
export function ProofList({ onPick }: { onPick: (reason: string) => void }) {
  const trpc = useTRPC();
  const { data: proofs = [] } = useQuery(trpc.proof.list.queryOptions());
  if (proofs.length === 0) return null;
  return (
    <Menu
      label="Use a proof"
      icon={<Award aria-hidden="true" />}
      entries={proofs.map((proof) => ({
        id: proof.proofId,
        label: reasonFrom(proof),
        onAct: () => onPick(reasonFrom(proof)),
      }))}
    />
  );
}
