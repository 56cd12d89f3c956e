import CircleAlert from 'lucide-react/icons/circle-alert';
import { type ComponentProps, type ReactNode, useId } from 'react';

/** What the control inside a field frame must carry, so that label, hint and error belong to it. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldFrameProps = {
  label: ReactNode;
  /** One short sentence under the label. */
  hint?: ReactNode;
  /** What is wrong, in a sentence; from zod or from the server. */
  error?: string | undefined;
  /** The id of a sentence that stands below several fields, this one among them. */
  wrongBy?: string | undefined;
  /** Writes "optional" beside the label. */
  optional?: boolean | undefined;
  /** At the right of the label: a "saved" mark, a unit. */
  aside?: ReactNode;
  className?: string | undefined;
};

type FrameProps = FieldFrameProps & { children: (control: ControlProps) => ReactNode };

/** Label above, control, then what was understood or what is wrong. */
export function Field({ label, hint, error, wrongBy, optional, aside, className = '', children }: FrameProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint ? hintId : '', error ? errorId : '', wrongBy].filter(Boolean).join(' ');
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
          {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
        </label>
        {aside ? <span className="text-sm text-ink-soft">{aside}</span> : null}
      </div>
      {hint ? (
        <p id={hintId} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error || wrongBy ? true : undefined })}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

/** The sentence beside a field; nothing when there is none. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm text-bad">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {error}
    </p>
  );
}

export type TextFieldProps = FieldFrameProps & Omit<ComponentProps<'input'>, keyof FieldFrameProps>;

/** One line of text: `<TextField label="Role" {...form.register('role')} error={…} />`. */
export function TextField({ label, hint, error, optional, aside, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, aside, className }}>
      {(control) => <input type="text" {...input} {...control} className="entry" />}
    </Field>
  );
}

export type TextAreaProps = FieldFrameProps & Omit<ComponentProps<'textarea'>, keyof FieldFrameProps>;

/** Several lines; grows with what is written. */
export function TextArea({ label, hint, error, optional, aside, className, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, aside, className }}>
      {(control) => (
        <textarea rows={3} {...area} {...control} className="entry field-sizing-content max-h-[60vh] min-h-24 resize-y" />
      )}
    </Field>
  );
}
