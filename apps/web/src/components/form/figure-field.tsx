import type { Figure } from '@parley/domain/figure/read-figure';
import { type ReactNode, useId, useState } from 'react';
import type { FigureEntry } from '../../lib/use-figure-entry.ts';
import { Button } from '../button.tsx';
import { Field, type FieldFrameProps } from './field.tsx';

/** What every field of a figure takes beside its value. */
export type FigureInputProps = FieldFrameProps & {
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  placeholder?: string | undefined;
  /** Written inside the field at the right: `%`, `days`. */
  unit?: string | undefined;
};

type FigureFieldProps = FigureInputProps & {
  entry: FigureEntry;
  mode: 'numeric' | 'decimal';
  /** How the text was read, where that says more than the text. */
  echo?: ReactNode;
  /** Takes the currency that was written instead of the field's. */
  onCurrency?: ((currency: string) => void) | undefined;
};

function roomFor(unit: string | undefined): string {
  if (!unit) return '';
  return unit.length > 2 ? 'pr-20' : 'pr-9';
}

/** The one field of figures: what is typed stays; how it was read stands beside it, and what is the matter below. */
export function FigureField(props: FigureFieldProps) {
  const { label, hint, error, wrongBy, optional, aside, className, entry, mode, echo, unit, onCurrency, onBlur, ...input } =
    props;
  const { text, figure, type, choose } = entry;
  const [isTyping, setTyping] = useState(false);
  const questionId = useId();
  // Half a figure is none yet: nothing is said about it while it is typed.
  const isSettled = !isTyping || error !== undefined;
  const asked = isSettled && figure.is === 'ask' ? figure : null;
  const refused = isSettled && figure.is === 'refused' ? figure : null;
  return (
    <Field
      {...{ label, hint, optional, className }}
      aside={echo ?? aside}
      wrongBy={asked ? questionId : wrongBy}
      error={asked ? undefined : (refused?.sentence ?? error)}
    >
      {(control) => (
        <>
          <span className="relative">
            <input
              {...input}
              {...control}
              type="text"
              inputMode={mode}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onFocus={() => setTyping(true)}
              onBlur={() => {
                setTyping(false);
                onBlur?.();
              }}
              onChange={(event) => type(event.target.value)}
              className={`entry text-right tabular-nums ${roomFor(unit)}`}
            />
            {unit ? (
              <span aria-hidden="true" className="absolute inset-y-0 right-3 flex items-center text-ink-soft">
                {unit}
              </span>
            ) : null}
          </span>
          {asked ? <Readings id={questionId} asked={asked} onChoose={choose} /> : null}
          {refused?.currency && onCurrency ? (
            <Button kind="quiet" className="-ml-4 self-start" onClick={() => onCurrency(refused.currency ?? '')}>
              Change to {refused.currency}
            </Button>
          ) : null}
        </>
      )}
    </Field>
  );
}

type ReadingsProps = { id: string; asked: Extract<Figure, { is: 'ask' }>; onChoose: (value: string) => void };

/** Two figures that a text may be: the person says which. */
function Readings({ id, asked, onChoose }: ReadingsProps) {
  return (
    <fieldset className="min-w-0" aria-labelledby={id}>
      <p id={id} className="text-sm text-warn">
        {asked.sentence}
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        {asked.readings.map(({ value, shown }) => (
          <Button key={value} onClick={() => onChoose(value)}>
            {shown}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
