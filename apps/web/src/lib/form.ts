import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { drafts } from './drafts.ts';
import { type Failure, failureOf } from './failure.ts';
import { usePerson } from './person.ts';
import { basedOf, type DraftPlace, draftOf, fresh, useKeeping } from './use-draft.ts';

type Options<Input extends FieldValues, Output> = {
  /** The very schema of the procedure, from `@parley/domain/<noun>/input`. */
  schema: z.ZodType<Output, Input>;
  defaultValues: DefaultValues<Input>;
  /** Keeps what is typed until it is sent. Leave away for secrets. */
  draft?: DraftPlace;
};

/**
 * A form over a procedure's own schema. `form` is react-hook-form's; `submit(save, done)` makes the onSubmit;
 * refusals of fields land beside them, everything else in `failure` (for `<FormFailure>`). `based()` is the revision that what
 * is typed is based on.
 */
export function useParleyForm<Input extends FieldValues, Output>(options: Options<Input, Output>) {
  const { schema, defaultValues, draft } = options;
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues });
  const { basedRef, clear, ...drafting } = useDrafting(form, draft);

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
  /** From here on it is based on this one, which the person has seen. */
  const rebase = (rev: number) => {
    basedRef.current = rev;
    setFailure(null);
  };
  return { form, submit, failure, based: () => basedOf(basedRef.current), rebase, dismiss: () => setFailure(null), ...drafting };
}

type Form<Input extends FieldValues, Output> = UseFormReturn<Input, unknown, Output>;

/** Keeps what is typed with what it is based on, and brings both back. */
function useDrafting<Input extends FieldValues, Output>(form: Form<Input, Output>, place: DraftPlace | undefined) {
  const { id: person } = usePerson();
  const name = place?.name;
  const { state, keep, clear } = useKeeping(person, name ?? 'none');
  // what the form shows at first stays that, whatever arrives meanwhile
  const [began] = useState(place?.rev ?? fresh);
  const basedRef = useRef(began);
  const [restored, setRestored] = useState(false);
  const [overtaken, setOvertaken] = useState(false);

  useEffect(() => {
    if (name === undefined) return undefined;
    const held = draftOf(drafts.read(person, name));
    if (sameShape(held.value, form.getValues())) {
      form.reset(held.value, { keepDefaultValues: true });
      basedRef.current = held.rev;
      setRestored(true);
      setOvertaken(held.rev !== began);
    }
    return form.subscribe({
      formState: { values: true },
      // Without a name it is the form being filled by us, not the person typing.
      callback: (now) => (now.name === undefined ? undefined : keep({ rev: basedRef.current, value: now.values })),
    });
  }, [name, person, form, keep, began]);

  const discard = () => {
    form.reset();
    clear();
    basedRef.current = began;
    setRestored(false);
    setOvertaken(false);
  };
  return { basedRef, state, clear, restored, overtaken, discard };
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
