import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { drafts } from './drafts.ts';
import { type Failure, failureOf } from './failure.ts';
import { usePerson } from './person.ts';
import { useKeeping } from './use-draft.ts';

type Options<Input extends FieldValues, Output> = {
  /** The very schema of the procedure, from `@parley/domain/<noun>/input`. */
  schema: z.ZodType<Output, Input>;
  defaultValues: DefaultValues<Input>;
  /** Keeps what is typed under this name until it is sent: `offer:${offerId}`. Leave away for secrets. */
  draft?: string | undefined;
};

/**
 * A form over a procedure's own schema. `form` is react-hook-form's; `submit(save, done)` makes the onSubmit;
 * refusals of fields land beside them, everything else in `failure` (for `<FormFailure>`).
 */
export function useParleyForm<Input extends FieldValues, Output>(options: Options<Input, Output>) {
  const { schema, defaultValues, draft } = options;
  const { id: person } = usePerson();
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues });
  const { state, keep, clear } = useKeeping(person, draft ?? 'none');

  const [restored, setRestored] = useState(false);

  useEffect(() => {
    if (draft === undefined) return undefined;
    const held = drafts.read(person, draft);
    if (sameShape(held, form.getValues())) {
      form.reset(held, { keepDefaultValues: true });
      setRestored(true);
    }
    return form.subscribe({
      formState: { values: true },
      // Without a name it is the form being filled by us, not the person typing.
      callback: ({ name, values }) => (name === undefined ? undefined : keep(values)),
    });
  }, [draft, person, form, keep]);

  const discard = () => {
    form.reset();
    clear();
    setRestored(false);
  };
  const submit = <Result>(save: (values: Output) => Promise<Result>, done?: (result: Result) => void | Promise<void>) =>
    form.handleSubmit(async (values) => {
      setFailure(null);
      const result = await save(values).then(
        (saved) => ({ saved }),
        (error: unknown) => ({ failed: failureOf(error) }),
      );
      if ('saved' in result) {
        clear();
        await done?.(result.saved);
        return;
      }
      setFailure(result.failed);
      for (const { path, message } of result.failed.fields) {
        if (isField(path, form.getValues())) form.setError(path, { message }, { shouldFocus: true });
      }
    });

  return { form, submit, failure, dismiss: () => setFailure(null), state, restored, discard };
}

/** Whether a path of the server's names something in this form. */
export function isField<Input extends FieldValues>(path: string, values: Input): path is Path<Input> {
  let at: unknown = values;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false;
    at = Reflect.get(at, step);
  }
  return path !== '';
}

/** Whether a kept draft still fits the form: the same fields, each of a kind the form has or could have. */
export function sameShape<Input extends FieldValues>(held: unknown, values: Input): held is Input {
  if (typeof held !== 'object' || held === null) return false;
  const [now, then] = [Object.keys(values).sort(), Object.keys(held).sort()];
  if (now.join() !== then.join()) return false;
  return now.every((name) => {
    const [a, b]: unknown[] = [values[name], Reflect.get(held, name)];
    return a === null || b === null || (typeof a === typeof b && Array.isArray(a) === Array.isArray(b));
  });
}
