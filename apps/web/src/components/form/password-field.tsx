import { useState } from 'react';
import { TextField, type TextFieldProps } from './field.tsx';

/** A password, hidden until its writer asks to see it; a form that is sent anew hides it again. */
export function PasswordField(field: Omit<TextFieldProps, 'type' | 'aside'>) {
  const [shown, setShown] = useState(false);
  const toggle = (
    <button
      type="button"
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
      className="-my-2.5 inline-flex min-h-11 items-center text-accent underline"
    >
      {shown ? 'Hide' : 'Show'}
      <span className="sr-only"> what I type</span>
    </button>
  );
  return <TextField autoCapitalize="none" spellCheck={false} {...field} type={shown ? 'text' : 'password'} aside={toggle} />;
}
