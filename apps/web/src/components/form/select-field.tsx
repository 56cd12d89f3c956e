import type { ComponentProps } from 'react';
import { Field, type FieldFrameProps } from './field.tsx';

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: readonly Option[] };

export type SelectFieldProps = FieldFrameProps &
  Omit<ComponentProps<'select'>, keyof FieldFrameProps | 'children'> & {
    options: readonly (Option | OptionGroup)[];
    /** Shown for the empty value; without it the first option is chosen. */
    placeholder?: string | undefined;
  };

/** The platform's own select: best on a phone, and typing finds an option. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, aside, className, options, placeholder, ...select } = props;
  return (
    <Field {...{ label, hint, error, optional, aside, className }}>
      {(control) => (
        <select {...select} {...control} className="entry">
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map((inner) => (
                  <option key={inner.value} value={inner.value}>
                    {inner.label}
                  </option>
                ))}
              </optgroup>
            ) : (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ),
          )}
        </select>
      )}
    </Field>
  );
}
