import { doubtOf } from '@parley/domain/figure/doubt';
import { restate } from '@parley/domain/figure/restate';
import { useEffect, useId, useRef, useState } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../button.tsx';
import { MoneyField, type MoneyFieldProps } from './money-field.tsx';

type DoubtedFieldProps = MoneyFieldProps & {
  /** Amounts that were named for the same thing; what is typed is held against them. */
  near: readonly (number | null | undefined)[];
};

/**
 * An amount of what is negotiated: `121` where 118,000 stands is asked about, and is none (NaN, which no form sends) until
 * the person has answered.
 */
export function DoubtedField({ near, value, onChange, onBlur, error, wrongBy, ...input }: DoubtedFieldProps) {
  const { currency } = input;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState<{ minor: number; currency: string } | null>(null);
  const [meantSo, setMeantSo] = useState<number | null>(null);
  const [typing, setTyping] = useState(false);
  const references = near.filter((amount) => amount !== null && amount !== undefined);
  // the figure that was typed stays when its currency changes
  const held = kept && restate(kept.minor, kept.currency, currency);
  const isHeld = held !== null && Number.isNaN(value);
  const meant = isHeld ? doubtOf(held, references, currency) : null;
  // half a figure is none yet
  const asked = meant !== null && (!typing || error !== undefined) ? meant : null;
  // what it was held against is gone: it was no doubt
  const freed = isHeld && meant === null ? held : null;
  useEffect(() => {
    if (freed === null) return;
    setKept(null);
    onChange(freed, null);
  }, [freed, onChange]);
  const change: MoneyFieldProps['onChange'] = (minor, period) => {
    const doubted = minor !== null && minor !== meantSo && doubtOf(minor, references, currency) !== null;
    setTyping(true);
    setKept(doubted ? { minor, currency } : null);
    onChange(doubted ? Number.NaN : minor, period);
  };
  const answer = (minor: number) => {
    setMeantSo(minor);
    setKept(null);
    onChange(minor, null);
    frame.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={frame} className="min-w-0">
      <MoneyField
        {...input}
        value={isHeld ? held : value}
        onChange={change}
        onBlur={() => {
          setTyping(false);
          onBlur?.();
        }}
        wrongBy={asked === null ? wrongBy : id}
        error={asked === null ? error : undefined}
      />
      {asked === null || held === null ? null : <Doubt {...{ id, currency }} typed={held} meant={asked} onAnswer={answer} />}
    </div>
  );
}

type DoubtProps = { id: string; currency: string; typed: number; meant: number; onAnswer: (minor: number) => void };

/** What was typed, and what was probably meant: one press for either. */
export function Doubt({ id, currency, typed, meant, onAnswer }: DoubtProps) {
  const format = useFormat();
  return (
    <fieldset className="mt-1 min-w-0" aria-labelledby={id}>
      <p id={id} className="text-sm text-warn">
        {format.money(typed, currency)}. Did you mean {format.money(meant, currency)}?
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button onClick={() => onAnswer(meant)}>Take {format.money(meant, currency)}</Button>
        <Button kind="quiet" onClick={() => onAnswer(typed)}>
          No, {format.money(typed, currency)}
        </Button>
      </div>
    </fieldset>
  );
}
