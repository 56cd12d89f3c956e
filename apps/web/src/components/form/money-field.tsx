import { useState } from 'react';
import { useFormat } from '../../lib/format.ts';
import { parseMoney } from '../../lib/parse-money.ts';
import { usePerson } from '../../lib/person.ts';
import { Field, type FieldFrameProps } from './field.tsx';

export type MoneyFieldProps = FieldFrameProps & {
  /** Minor units; null when empty. */
  value: number | null;
  /** NaN stands for "not understood", so that the form's schema refuses it too. */
  onChange: (minor: number | null) => void;
  currency: string;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  placeholder?: string | undefined;
};

/** Understands `185k`, `1,850.50`, `€ 90.000`, and writes under the field what it understood. */
export function MoneyField(props: MoneyFieldProps) {
  const { label, hint, error, optional, aside, className, value, onChange, currency, ...input } = props;
  const { locale } = usePerson();
  const format = useFormat();
  const [typed, setTyped] = useState<{ text: string; minor: number | null } | null>(null);
  // A value set from outside (a draft restored, the newer version taken) wins over what was typed.
  const own = typed !== null && Object.is(typed.minor, value);
  const known = value === null || Number.isNaN(value) ? null : value;
  const text = own ? typed.text : known === null ? '' : format.amount(known, currency);
  const parsed = text.trim() === '' ? null : parseMoney(text, { locale, currency });
  const type = (next: string) => {
    const minor = readMinor(next, { locale, currency });
    setTyped({ text: next, minor });
    onChange(minor);
  };
  const wrong = parsed && !parsed.ok ? parsed.reason : undefined;
  return (
    <Field
      {...{ label, hint, optional, className }}
      aside={aside ?? (known === null ? currency : `= ${format.money(known, currency)}`)}
      error={wrong ?? error}
    >
      {(control) => (
        <input
          {...input}
          {...control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => type(event.target.value)}
          className="entry text-right tabular-nums"
        />
      )}
    </Field>
  );
}

function readMinor(text: string, reading: { locale: string; currency: string }): number | null {
  if (text.trim() === '') return null;
  const parsed = parseMoney(text, reading);
  return parsed.ok ? parsed.minor : Number.NaN;
}
