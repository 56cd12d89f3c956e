import type { Cited } from '@parley/domain/negotiation/ledger/move';
import { listCitable } from '@parley/domain/negotiation/plan/decision';
import Link2 from 'lucide-react/icons/link-2';
import { SelectField } from '../../components/form/select-field.tsx';
import { useDecision } from './use-evidence.ts';

type ChoiceProps = {
  negotiationId: string;
  value: string | null;
  onChange: (offerId: string | null) => void;
  error?: string | undefined;
};

/** Names another offer by linking it: only one that there is can be chosen. Nothing where there is none. */
export function CitationChoice({ negotiationId, value, onChange, error }: ChoiceProps) {
  const { data } = useDecision(negotiationId);
  const others = listCitable(data?.processes ?? []);
  if (others.length === 0 && value === null) return null;
  const known = others.some(({ offerId }) => offerId === value);
  const options = others.map(({ offerId, role, company }) => ({ value: offerId, label: `${role}, ${company}` }));
  const gone = value !== null && !known ? [{ value, label: 'the offer cited before, not live any more' }] : [];
  return (
    <SelectField
      label="Names another offer"
      hint="Only one that you have. Others read its alias, not the company."
      value={value ?? ''}
      options={[{ value: '', label: 'none' }, ...options, ...gone]}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      error={error}
    />
  );
}

type CitesProps = { negotiationId: string; mine: boolean; cites: Cited | null };

/** Which other offer is named: by company to its owner, by alias to who reads along. */
export function Cites({ negotiationId, mine, cites }: CitesProps) {
  const { data } = useDecision(negotiationId, mine && cites !== null);
  if (cites === null) return null;
  const own = listCitable(data?.processes ?? []).find(({ offerId }) => offerId === cites.offerId);
  return (
    <p className="mt-1 inline-flex items-center gap-1.5 text-sm text-ink-soft">
      <Link2 aria-hidden="true" className="size-3.5 shrink-0" />
      cites: offer of {own?.company ?? (cites.as || 'an employer')}
    </p>
  );
}
