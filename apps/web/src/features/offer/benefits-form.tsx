import { type Benefit, known, listOf, type Match, type MatchTier, unknown } from '@parley/domain/compensation/components';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button, IconButton } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { DecimalField, PercentField } from '../../components/number-field.tsx';
import { turned } from './pay-form.tsx';
import { StatedForm } from './stated-form.tsx';
import type { EntryTools } from './use-entry.ts';

const at = 'draft.content.components';

type Props = { tools: EntryTools };

/** What stands apart from pay: leave, what they add to retirement saving, and the rest by name. */
export function BenefitsForm({ tools }: Props) {
  const { components, set, errorAt } = tools;
  const { leaveDays } = components;
  return (
    <div className="flex flex-col gap-4">
      <StatedForm label="Leave" state={leaveDays.state} onState={(state) => set({ leaveDays: turned(leaveDays, state, '') })}>
        <DecimalField
          label="Days of paid leave a year"
          value={leaveDays.state === 'known' && leaveDays.value !== '' ? leaveDays.value : null}
          onChange={(days) => set({ leaveDays: days === null ? unknown : known(days) })}
          unit="days"
          error={errorAt(`${at}.leaveDays`)}
        />
      </StatedForm>
      <MatchForm tools={tools} />
      <OtherForm tools={tools} />
    </div>
  );
}

const blankTier = { rate: '', upTo: '' };
const mostTiers = 6;

function MatchForm({ tools: { components, set, errorAt } }: Props) {
  const { match } = components;
  const value = match.state === 'known' ? match.value : { tiers: [blankTier], own: null };
  const put = (patch: Partial<Match>) => {
    const next = { ...value, ...patch };
    const isEmpty = next.own === null && next.tiers.every(({ rate, upTo }) => rate === '' && upTo === '');
    set({ match: isEmpty ? unknown : known(next) });
  };
  const tiers = value.tiers.length > 0 ? value.tiers : [blankTier];
  const edit = (index: number, patch: Partial<typeof blankTier>) =>
    put({ tiers: tiers.map((tier, place) => (place === index ? { ...tier, ...patch } : tier)) });
  return (
    <StatedForm
      label="Match"
      state={match.state}
      onState={(state) => set({ match: turned(match, state, { tiers: [blankTier], own: null }) })}
    >
      <div className="flex flex-col gap-3">
        {tiers.map((tier, index) => (
          <TierForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a tier is its place.
            key={index}
            tier={tier}
            index={index}
            errorAt={errorAt}
            onChange={(patch) => edit(index, patch)}
            onRemove={tiers.length === 1 ? null : () => put({ tiers: tiers.filter((_, place) => place !== index) })}
          />
        ))}
        {match.state === 'known' && tiers.length < mostTiers ? (
          <div>
            <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => put({ tiers: [...tiers, blankTier] })}>
              Add a tier
            </Button>
          </div>
        ) : null}
        <PercentField
          label="What I put in, of base"
          optional
          hint="Empty: enough for the whole match."
          value={value.own}
          onChange={(own) => put({ own })}
          error={errorAt(`${at}.match.value.own`)}
        />
      </div>
    </StatedForm>
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

const mostBenefits = 20;

function OtherForm({ tools: { components, currency, set, errorAt } }: Props) {
  const { benefits } = components;
  const list = listOf(benefits);
  const blank: Benefit = { name: '', yearly: null };
  const save = (next: Benefit[]) => set({ benefits: next.length === 0 ? unknown : known(next) });
  const edit = (index: number, patch: Partial<Benefit>) =>
    save(list.map((benefit, place) => (place === index ? { ...benefit, ...patch } : benefit)));
  return (
    <StatedForm label="Others" state={benefits.state} onState={(state) => set({ benefits: turned(benefits, state, [blank]) })}>
      <div className="flex flex-col gap-3">
        {list.length === 0 ? (
          <p className="pt-1 text-ink-soft">Meals, travel, health, a phone: by name, with a value or without.</p>
        ) : null}
        {list.map((benefit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a benefit is its place.
          <div key={index} className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
            <TextField
              label="Benefit"
              className="max-sm:col-span-2"
              value={benefit.name}
              onChange={(event) => edit(index, { name: event.target.value })}
              error={errorAt(`${at}.benefits.value.${index}.name`)}
            />
            <MoneyField
              label="Worth a year"
              optional
              currency={currency}
              value={benefit.yearly}
              onChange={(yearly) => edit(index, { yearly })}
              error={errorAt(`${at}.benefits.value.${index}.yearly`)}
            />
            <IconButton
              label={`Remove benefit ${index + 1}`}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => save(list.filter((_, place) => place !== index))}
            />
          </div>
        ))}
        {list.length < mostBenefits ? (
          <div>
            <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => save([...list, blank])}>
              Add a benefit
            </Button>
          </div>
        ) : null}
      </div>
    </StatedForm>
  );
}
