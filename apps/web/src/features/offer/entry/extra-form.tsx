import { known, listOf, type OneOff, unknown } from '@parley/domain/compensation/components';
import { type Espp, oneOffKinds, type Withheld } from '@parley/domain/compensation/conventions';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button, IconButton } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { ClawbackForm } from './clawback-form.tsx';
import { DatedForm, withDated } from './dated-form.tsx';
import { StatedForm } from './stated-form.tsx';
import { type EntryTools, turnStated } from './use-entry.ts';

const at = 'draft.content.components';

type Props = { tools: EntryTools };

const kindWords: Record<OneOff['kind'], string> = {
  retention: 'for staying',
  relocation: 'for moving',
  visa: 'for a visa',
  other: 'other',
};
const kinds = oneOffKinds.map((value) => ({ value, label: kindWords[value] }));
const blankOneOff: OneOff = { name: '', kind: 'relocation', paid: [Number.NaN], clawback: null };

/** Pay that comes once and is no sign-on: for staying, moving, a visa. */
export function OneOffForm({ tools: { components, currency, set, errorAt } }: Props) {
  const { oneOff } = components;
  const list = listOf(oneOff);
  const save = (next: OneOff[]) => set({ oneOff: next.length === 0 ? unknown : known(next) });
  const edit = (index: number, patch: Partial<OneOff>) =>
    save(list.map((one, place) => (place === index ? { ...one, ...patch } : one)));
  return (
    <StatedForm label="Once" state={oneOff.state} onState={(state) => set({ oneOff: turnStated(oneOff, state, [blankOneOff]) })}>
      <div className="flex flex-col gap-4">
        {list.map((one, index) => (
          <OneOffFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a payment is its place.
            key={index}
            {...{ one, index, currency, errorAt }}
            edit={(patch) => edit(index, patch)}
            onRemove={() => save(list.filter((_, place) => place !== index))}
          />
        ))}
        <div>
          <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => save([...list, blankOneOff])}>
            Add a payment
          </Button>
        </div>
      </div>
    </StatedForm>
  );
}

type OneOffProps = Pick<EntryTools, 'currency' | 'errorAt'> & {
  one: OneOff;
  index: number;
  edit: (patch: Partial<OneOff>) => void;
  onRemove: () => void;
};

/** One such payment: what for, how much, when, and whether it is owed back. */
function OneOffFields({ one, index, currency, errorAt, edit, onRemove }: OneOffProps) {
  return (
    <div>
      <div className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_9rem_1fr_auto]">
        <TextField
          label="What it is for"
          value={one.name}
          onChange={(event) => edit({ name: event.target.value })}
          error={errorAt(`${at}.oneOff.value.${index}.name`)}
        />
        <SelectField
          label="Kind"
          className="max-sm:order-1 max-sm:col-span-2"
          options={kinds}
          value={one.kind}
          onChange={(event) => edit({ kind: oneOffKinds.find((kind) => kind === event.target.value) ?? 'other' })}
        />
        <MoneyField
          label="Paid once"
          className="max-sm:order-1 max-sm:col-span-2"
          per="once"
          currency={currency}
          value={one.paid[0] ?? null}
          onChange={(amount) => edit({ paid: amount === null && (one.dated?.length ?? 0) > 0 ? [] : [amount ?? Number.NaN] })}
          error={errorAt(`${at}.oneOff.value.${index}.paid`)}
        />
        <IconButton label={`Remove payment ${index + 1}`} icon={<Trash2 aria-hidden="true" />} onClick={onRemove} />
      </div>
      <DatedForm
        word="Payment"
        dated={one.dated ?? []}
        currency={currency}
        onChange={(dated) => edit(withDated(one, dated))}
        path={`${at}.oneOff.value.${index}.dated`}
        errorAt={errorAt}
      />
      <ClawbackForm
        clawback={one.clawback}
        onChange={(clawback) => edit({ clawback })}
        path={`${at}.oneOff.value.${index}.clawback`}
        errorAt={errorAt}
      />
    </div>
  );
}

const blankWithheld: Withheld = { name: '', yearly: Number.NaN };
/** What the stated total counts and my account never sees: gratuity, employer's provident fund, insurance. */
export function WithheldForm({ tools: { components, currency, set, errorAt } }: Props) {
  const { notInHand } = components;
  const list = listOf(notInHand);
  const save = (next: Withheld[]) => set({ notInHand: next.length === 0 ? unknown : known(next) });
  const edit = (index: number, patch: Partial<Withheld>) =>
    save(list.map((one, place) => (place === index ? { ...one, ...patch } : one)));
  return (
    <StatedForm
      label="Not in hand"
      state={notInHand.state}
      onState={(state) => set({ notInHand: turnStated(notInHand, state, [blankWithheld]) })}
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-soft">
          In the stated total and not paid out: provident fund, gratuity, insurance. Shown apart.
        </p>
        {list.map(({ name, yearly }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
          <div key={index} className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
            <TextField
              label="Not in hand"
              value={name}
              onChange={(event) => edit(index, { name: event.target.value })}
              error={errorAt(`${at}.notInHand.value.${index}.name`)}
            />
            <MoneyField
              label="A year"
              className="max-sm:order-1 max-sm:col-span-2"
              per="year"
              currency={currency}
              value={yearly}
              onChange={(amount) => edit(index, { yearly: amount ?? Number.NaN })}
              error={errorAt(`${at}.notInHand.value.${index}.yearly`)}
            />
            <IconButton
              label={`Remove part ${index + 1}`}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => save(list.filter((_, place) => place !== index))}
            />
          </div>
        ))}
        <div>
          <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => save([...list, blankWithheld])}>
            Add what is not in hand
          </Button>
        </div>
      </div>
    </StatedForm>
  );
}

const blankEspp: Espp = { discount: '', contribution: null, most: null };

/** A share purchase plan: its discount, and what I would put in. No lookback is assumed. */
export function EsppForm({ tools: { components, currency, set, errorAt } }: Props) {
  const { espp } = components;
  const value = espp.state === 'known' ? espp.value : blankEspp;
  const put = (patch: Partial<Espp>) => set({ espp: known({ ...value, ...patch }) });
  return (
    <StatedForm label="Share plan" state={espp.state} onState={(state) => set({ espp: turnStated(espp, state, blankEspp) })}>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <PercentField
          label="Discount on the price"
          value={value.discount || null}
          onChange={(discount) => put({ discount: discount ?? '' })}
          error={errorAt(`${at}.espp.value.discount`)}
        />
        <PercentField
          label="I put in, of base"
          optional
          value={value.contribution}
          onChange={(contribution) => put({ contribution })}
          error={errorAt(`${at}.espp.value.contribution`)}
        />
        <MoneyField
          label="I put in at most"
          optional
          per="year"
          currency={currency}
          value={value.most}
          onChange={(most) => put({ most })}
          error={errorAt(`${at}.espp.value.most`)}
        />
      </div>
    </StatedForm>
  );
}
