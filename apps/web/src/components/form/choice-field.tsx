import { type ComponentProps, type ReactNode, useId } from 'react';
import { FieldError } from './field.tsx';

const mark = 'mt-0.5 size-5 shrink-0 accent-accent';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** One yes-or-no: the whole line is the target. */
export function Checkbox({ label, hint, error, className = '', ...input }: CheckboxProps) {
  const id = useId();
  return (
    <div className={className}>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5">
        <input
          type="checkbox"
          {...input}
          className={mark}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
        />
        <span>
          {label}
          {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
        </span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}

export type Choice<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode };

export type RadioGroupProps<Value extends string> = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  value: Value | null;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  /** Side by side as one strip (short words only), else one below the other. */
  inline?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** Pick one of a few: controlled, so that it fits `<Controller>` as well as plain state. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hint, error, value, onChange, choices, inline, disabled } = props;
  const id = useId();
  return (
    <fieldset disabled={disabled} aria-describedby={error ? `${id}-error` : undefined} className="min-w-0">
      <legend className="mb-1 font-medium">{label}</legend>
      {hint ? <p className="mb-1 text-sm text-ink-soft">{hint}</p> : null}
      <div className={inline ? 'flex flex-wrap overflow-hidden rounded-md border border-line-strong' : 'flex flex-col'}>
        {choices.map((choice) => (
          <label key={choice.value} className={inline ? stripLook : 'flex min-h-11 cursor-pointer gap-3 py-2'}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className={inline ? 'sr-only' : mark}
            />
            <span>
              {choice.label}
              {choice.hint ? <span className="block text-sm text-ink-soft">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

const stripLook =
  'relative flex min-h-11 flex-1 cursor-pointer items-center justify-center border-line px-2 py-1.5 text-center ' +
  'hover:bg-sunken not-first:border-l has-checked:bg-accent has-checked:text-on-accent ' +
  'has-checked:hover:bg-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 ' +
  'has-focus-visible:outline-current';
