import { payOf, yearBaseOf } from '@parley/domain/compensation/base';
import {
  type Components,
  known,
  type Match,
  type MatchLimits,
  type MatchTier,
  unknown,
} from '@parley/domain/compensation/components';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button, IconButton } from '../../../components/button.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { MatchPanel } from './match-panel.tsx';
import { StatedForm } from './stated-form.tsx';
import { type EntryTools, turnStated } from './use-entry.ts';

const at = 'draft.content.components';

type Props = { tools: EntryTools };

const typed = (base: Components['base']) =>
  base.state === 'known' && Number.isSafeInteger(payOf(base.value).amount) ? yearBaseOf(base) : null;

const blankTier = { rate: '', upTo: '' };
const mostTiers = 6;

/** What they add to retirement saving: tier by tier, and within which limits. */
export function MatchForm({ tools: { components, currency, set, errorAt } }: Props) {
  const { match, base } = components;
  const value: Match = match.state === 'known' ? match.value : { tiers: [blankTier], own: null };
  // a figure that is half typed is no year yet
  const yearBase = typed(base);
  const put = (patch: Partial<Match>) => {
    const next = { ...value, ...patch };
    // a tier that nobody typed is none: what they add in any case needs no match
    const isMatch = next.tiers.some(({ rate, upTo }) => rate !== '' || upTo !== '');
    const isEmpty = !isMatch && next.own === null && !next.limits && !next.employer && next.yearly == null;
    set({ match: isEmpty ? unknown : known({ ...next, tiers: isMatch ? next.tiers : [] }) });
  };
  const tiers = value.tiers.length > 0 ? value.tiers : [blankTier];
  return (
    <StatedForm
      label="Match"
      state={match.state}
      onState={(state) => set({ match: turnStated(match, state, { tiers: [blankTier], own: null }) })}
    >
      <div className="flex flex-col gap-3">
        <TierList tiers={tiers} errorAt={errorAt} onChange={(next) => put({ tiers: next })} />
        {match.state === 'known' && yearBase !== null ? (
          <MatchPanel match={match.value} base={yearBase} currency={currency} />
        ) : null}
        <PercentField
          label="They add in any case, of base"
          optional
          value={value.employer ?? null}
          onChange={(employer) => put({ employer })}
          error={errorAt(`${at}.match.value.employer`)}
        />
        <MoneyField
          label="They add in any case, as an amount"
          optional
          currency={currency}
          per="year"
          value={value.yearly ?? null}
          onChange={(yearly) => put({ yearly })}
          error={errorAt(`${at}.match.value.yearly`)}
        />
        <PercentField
          label="What I put in, of base"
          optional
          hint="Empty: enough for the whole match."
          value={value.own}
          onChange={(own) => put({ own })}
          error={errorAt(`${at}.match.value.own`)}
        />
        <LimitsForm
          limits={value.limits ?? noLimits}
          onChange={(limits) => put({ limits: Object.values(limits).some((most) => most != null) ? limits : null })}
          currency={currency}
          errorAt={errorAt}
        />
      </div>
    </StatedForm>
  );
}

const noLimits: MatchLimits = { base: null, own: null, match: null };

const limitFields = [
  { name: 'match', label: 'They add at most' },
  { name: 'own', label: 'I put in at most' },
  { name: 'lower', label: 'Base counts from' },
  { name: 'base', label: 'Base counts up to' },
] as const satisfies readonly { name: keyof MatchLimits; label: string }[];

type LimitsProps = {
  limits: MatchLimits;
  onChange: (limits: MatchLimits) => void;
  currency: string;
  errorAt: EntryTools['errorAt'];
};

function LimitsForm({ limits, onChange, currency, errorAt }: LimitsProps) {
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {limitFields.map(({ name, label }) => (
        <MoneyField
          key={name}
          label={label}
          optional
          currency={currency}
          per="year"
          value={limits[name] ?? null}
          onChange={(most) => onChange({ ...limits, [name]: most })}
          error={errorAt(`${at}.match.value.limits.${name}`)}
        />
      ))}
    </div>
  );
}

type TierListProps = {
  tiers: readonly MatchTier[];
  errorAt: EntryTools['errorAt'];
  onChange: (tiers: MatchTier[]) => void;
};

function TierList({ tiers, errorAt, onChange }: TierListProps) {
  return (
    <>
      {tiers.map((tier, index) => (
        <TierForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a tier is its place.
          key={index}
          tier={tier}
          index={index}
          errorAt={errorAt}
          onChange={(patch) => onChange(tiers.map((one, place) => (place === index ? { ...one, ...patch } : one)))}
          onRemove={tiers.length === 1 ? null : () => onChange(tiers.filter((_, place) => place !== index))}
        />
      ))}
      {tiers.length < mostTiers && tiers.every(({ rate }) => rate !== '') ? (
        <div>
          <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...tiers, blankTier])}>
            Add a tier
          </Button>
        </div>
      ) : null}
    </>
  );
}

type TierProps = {
  tier: MatchTier;
  index: number;
  errorAt: EntryTools['errorAt'];
  onChange: (patch: Partial<MatchTier>) => void;
  onRemove: (() => void) | null;
};

function TierForm({ tier, index, errorAt, onChange, onRemove }: TierProps) {
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
      <PercentField
        label={index === 0 ? 'They add, of what I put in' : 'Then they add'}
        className="max-sm:col-span-2"
        value={tier.rate || null}
        onChange={(rate) => onChange({ rate: rate ?? '' })}
        error={errorAt(`${at}.match.value.tiers.${index}.rate`)}
      />
      <PercentField
        label="Up to, of base"
        value={tier.upTo || null}
        onChange={(upTo) => onChange({ upTo: upTo ?? '' })}
        error={errorAt(`${at}.match.value.tiers.${index}.upTo`)}
      />
      <IconButton
        label={`Remove tier ${index + 1}`}
        icon={<Trash2 aria-hidden="true" />}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      />
    </div>
  );
}
