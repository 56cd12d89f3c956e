import { TextField, type TextFieldProps } from './field.tsx';

/** For who has an app already: its code now, or one of those kept for a lost phone. */
export function CodeField(field: Omit<TextFieldProps, 'label'>) {
  return (
    <TextField
      label="A code of your app, or a recovery code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      {...field}
    />
  );
}
