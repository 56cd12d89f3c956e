import { type Reading, readClock } from '@parley/domain/offer/deadline';
import { type ComponentProps, useState } from 'react';
import { usePerson } from '../../lib/person.ts';
import { instantToLocal, localToInstant } from '../../lib/time/zoned.ts';
import { Field, type FieldFrameProps } from './field.tsx';
import { earlierOf, OddHourField, readInstant } from './odd-hour-field.tsx';

export type DateFieldProps = FieldFrameProps & Omit<ComponentProps<'input'>, keyof FieldFrameProps | 'type'>;

/** A civil date, `2026-11-26`, by the platform's own picker; works with `form.register`. */
export function DateField({ label, hint, error, optional, aside, className, ...input }: DateFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, aside, className }}>
      {(control) => (
        <input min="2000-01-01" max="2100-12-31" {...input} {...control} type="date" className="entry tabular-nums" />
      )}
    </Field>
  );
}

export type DateTimeFieldProps = FieldFrameProps & {
  /** An instant, `2026-11-26T09:45:00Z`, or null. */
  value: string | null;
  onChange: (instant: string | null) => void;
  /** The zone the clock time is read in; the person's own unless given. */
  zone?: string | undefined;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
};

/** Day and clock time in one zone, named beside the label; asks about an hour that the clocks skip or pass twice. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { label, hint, error, optional, aside, className, value, onChange, zone, ...input } = props;
  const person = usePerson();
  const where = zone ?? person.zone;
  const [typed, setTyped] = useState<Reading | null>(null);
  const reading = typed ?? (value === null ? null : readInstant(value, where));
  const read = (local: string) => {
    const next = localToInstant(local, where) === null ? null : readClock(local, where);
    setTyped(next);
    onChange(next && earlierOf(next));
  };
  return (
    <>
      <Field {...{ label, hint, error, optional, className }} aside={aside ?? where.replaceAll('_', ' ')}>
        {(control) => (
          <input
            {...input}
            {...control}
            type="datetime-local"
            min="2000-01-01T00:00"
            max="2100-12-31T23:59"
            // Uncontrolled while typing: a half-typed date has no instant yet and must not be wiped.
            key={where}
            defaultValue={value === null ? '' : instantToLocal(value, where)}
            onChange={(event) => read(event.target.value)}
            className="entry tabular-nums"
          />
        )}
      </Field>
      {reading && reading.kind !== 'one' ? <OddHourField {...{ reading, value }} zone={where} onPick={onChange} /> : null}
    </>
  );
}
