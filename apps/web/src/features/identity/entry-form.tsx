import { useState } from 'react';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

export type EntryFormProps = { email: string; onDone: () => void };

const ways = [
  { value: 'up', label: 'I am new here' },
  { value: 'in', label: 'I have an account' },
] as const;

/** For an invited person: sign up or sign in with the invited address. */
export function EntryForm({ email, onDone }: EntryFormProps) {
  const [way, setWay] = useState<'up' | 'in'>('up');
  return (
    <div className="flex max-w-dialog flex-col gap-5">
      <RadioGroup label="Sign up or sign in to answer" inline value={way} onChange={setWay} choices={ways} />
      {way === 'up' ? <SignUpForm email={email} onDone={onDone} /> : <SignInForm email={email} onDone={onDone} />}
    </div>
  );
}
