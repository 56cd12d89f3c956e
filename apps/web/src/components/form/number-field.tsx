import { useState } from 'react';
import { readDecimal, readWhole } from '../../lib/read-number.ts';
import { Field, type FieldFrameProps } from './field.tsx';

type EntryProps = FieldFrameProps & {
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  placeholder?: string | undefined;
  /** Written inside the field at the right: `%`, `days`. */
  unit?: string | undefined;
};

export type NumberFieldProps = EntryProps & {
  value: number | null;
  /** null when empty; NaN when it is no whole number, so that the form's schema refuses it too. */
  onChange: (value: number | null) => void;
};

/** A whole number: shares, days, months. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  const shown = value === null || Number.isNaN(value) ? '' : String(value);
  const [text, type] = useTyped(value, shown, (typed) => (typed.trim() === '' ? null : readWhole(typed)), onChange);
  // A field not yet typed in is empty, not wrong.
  const wrong = Number.isNaN(value) && text.trim() !== '' ? 'Enter a whole number.' : undefined;
  return <Entry {...rest} text={text} type={type} mode="numeric" wrong={wrong} />;
}

export type DecimalFieldProps = EntryProps & {
  value: string | null;
  /** null when empty; the raw text when it is no number, so that the form's schema refuses it too. */
  onChange: (value: string | null) => void;
};

/** An exact decimal as a string, `12.5`; a comma is understood as the point. */
export function DecimalField({ value, onChange, ...rest }: DecimalFieldProps) {
  const read = (typed: string) => (typed.trim() === '' ? null : (readDecimal(typed) ?? typed));
  const [text, type] = useTyped(value, value ?? '', read, onChange);
  const wrong = value !== null && readDecimal(value) === null ? 'Enter a number, such as 12.5.' : undefined;
  return <Entry {...rest} text={text} type={type} mode="decimal" wrong={wrong} />;
}

/** A percentage as an exact decimal string: `12.5` means 12.5 %. */
export function PercentField(props: DecimalFieldProps) {
  return <DecimalField {...props} unit="%" />;
}

/** What is typed stays as typed; a value set from outside replaces it. */
function useTyped<Value>(
  value: Value,
  shown: string,
  read: (text: string) => Value,
  onChange: (value: Value) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState<{ text: string; value: Value } | null>(null);
  const type = (text: string) => {
    const next = read(text);
    setTyped({ text, value: next });
    onChange(next);
  };
  return [typed && Object.is(typed.value, value) ? typed.text : shown, type];
}

function roomFor(unit: string | undefined): string {
  if (!unit) return '';
  return unit.length > 2 ? 'pr-20' : 'pr-9';
}

type EntryInput = EntryProps & {
  text: string;
  type: (text: string) => void;
  mode: 'numeric' | 'decimal';
  wrong: string | undefined;
};

function Entry(props: EntryInput) {
  const { label, hint, error, wrongBy, optional, aside, className, text, type, mode, wrong, unit, ...input } = props;
  return (
    <Field {...{ label, hint, wrongBy, optional, aside, className }} error={wrong ?? error}>
      {(control) => (
        <span className="relative">
          <input
            {...input}
            {...control}
            type="text"
            inputMode={mode}
            autoComplete="off"
            value={text}
            onChange={(event) => type(event.target.value)}
            className={`entry text-right tabular-nums ${roomFor(unit)}`}
          />
          {unit ? (
            <span aria-hidden="true" className="absolute inset-y-0 right-3 flex items-center text-ink-soft">
              {unit}
            </span>
          ) : null}
        </span>
      )}
    </Field>
  );
}
