import type { LineProof } from '@parley/domain/mission/mission';
import { lineProofOf } from '@parley/domain/mission/proof';
import { useQuery } from '@tanstack/react-query';
import Award from 'lucide-react/icons/award';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useTRPC } from '../../../lib/trpc.ts';

/** What a line rests on, below it, for everybody who reads the mission. */
export function ProofLine({ proof }: { proof: LineProof | null }) {
  if (!proof) return null;
  return (
    <span className="flex items-baseline gap-1.5 text-sm text-ink-soft">
      <Award aria-hidden="true" className="size-4 shrink-0 self-center" />
      <span className="sr-only">Shown by: </span>
      <bdi className="min-w-0">{proof.words}</bdi>
    </span>
  );
}

type FieldProps = { value?: LineProof | null | undefined; onChange: (proof: LineProof | null) => void };

/** Chooses what a line rests on from one's own library. Nothing is asked without a proof. */
export function ProofField({ value = null, onChange }: FieldProps) {
  const trpc = useTRPC();
  const { data: proofs = [] } = useQuery(trpc.proof.list.queryOptions());
  const known = proofs.map(lineProofOf);
  // what it says now stays until another is chosen, also when the proof was changed or is gone
  const now = value && !known.some((one) => one.proofId === value.proofId && one.words === value.words) ? [value] : [];
  const all = [...now, ...known];
  if (all.length === 0) return null;
  const chosen = all.findIndex((one) => one.proofId === value?.proofId && one.words === value?.words);
  return (
    <SelectField
      label="Shown by your proof"
      optional
      hint="Whoever reads the mission reads these words; the rest of the proof stays with you."
      placeholder="No proof"
      options={all.map(({ words }, at) => ({ value: String(at), label: words }))}
      value={chosen < 0 ? '' : String(chosen)}
      onChange={({ target }) => onChange(all[target.value === '' ? -1 : Number(target.value)] ?? null)}
    />
  );
}
