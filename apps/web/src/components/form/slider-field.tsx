import { type KeyboardEvent, useState } from 'react';
import { Button } from '../button.tsx';
import { Field, type FieldFrameProps } from './field.tsx';

export type SliderFieldProps = FieldFrameProps & {
  /** null until it is given: the slider starts nowhere, so that it suggests nothing. */
  value: number | null;
  onChange: (value: number | null) => void;
  max: number;
  unit?: string | undefined;
  /** What stands at either end. */
  ends: readonly [string, string];
};

/** A whole number from 0: dragged, pressed, stepped with the arrows, or typed digit by digit. */
export function SliderField({ value, onChange, max, unit = '', ends, aside, ...frame }: SliderFieldProps) {
  const [typed, setTyped] = useState('');
  const middle = Math.round(max / 2);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key)) return setTyped('');
    const longer = Number(typed + event.key);
    const next = longer <= max ? typed + event.key : event.key;
    setTyped(next);
    onChange(Number(next));
  };
  const figure = value === null ? 'not given' : `${value}${unit === '' ? '' : ` ${unit}`}`;
  return (
    <Field {...frame} aside={aside ?? <output className="tabular-nums text-ink">{figure}</output>}>
      {(control) => (
        <div className="flex flex-col">
          <input
            {...control}
            type="range"
            min={0}
            max={max}
            step={1}
            value={value ?? middle}
            aria-valuetext={figure}
            onChange={(event) => onChange(Number(event.target.value))}
            // a press in the middle, where it rests, moves nothing: it counts all the same
            onPointerUp={(event) => value === null && onChange(Number(event.currentTarget.value))}
            onKeyDown={onKeyDown}
            onBlur={() => setTyped('')}
            className={`h-11 w-full cursor-pointer accent-accent ${value === null ? 'opacity-40 grayscale' : ''}`}
          />
          <div className="flex min-h-6 items-start justify-between gap-3 text-sm text-ink-soft">
            <span>{ends[0]}</span>
            <span className="text-right">{ends[1]}</span>
          </div>
          {value === null ? null : (
            <Button kind="quiet" className="self-start -ml-4" onClick={() => onChange(null)}>
              Clear
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
