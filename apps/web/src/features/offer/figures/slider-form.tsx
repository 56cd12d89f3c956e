import type { Assumptions } from '@parley/domain/compensation/assumptions';
import { type Components, listOf } from '@parley/domain/compensation/components';
import type { Projection } from '@parley/domain/compensation/project-offer';
import { toWholeUnits } from '@parley/domain/kernel/money';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Delta } from '../../../components/delta.tsx';
import { useFormat } from '../../../lib/format.ts';

type Tried = 'priceChange' | 'dilution' | 'haircut';
type Slider = { name: Tried; label: string; least: number; most: number; step: number };

const sliders: readonly Slider[] = [
  { name: 'priceChange', label: 'Share price', least: -100, most: 300, step: 5 },
  { name: 'dilution', label: 'Dilution by later rounds', least: 0, most: 80, step: 1 },
  { name: 'haircut', label: 'Haircut on unlisted equity', least: 0, most: 100, step: 5 },
];

/** Only what can move a figure of this offer. */
function slidersFor({ grants, refreshers }: Components): Slider[] {
  const all = [...listOf(grants), ...listOf(refreshers)];
  const moves = {
    priceChange: all.length > 0,
    dilution: all.some(({ size }) => size.by === 'shares'),
    haircut: all.some(({ listed }) => !listed),
  };
  return sliders.filter(({ name }) => moves[name]);
}

type Props = {
  components: Components;
  value: Assumptions;
  saved: Assumptions;
  counted: Projection;
  kept: Projection | null;
  onChange: (value: Assumptions | null) => void;
};

/** What the shares may become: moved by hand or by arrow keys, and every figure above follows. */
export function SliderForm({ components, value, saved, counted, kept, onChange }: Props) {
  const format = useFormat();
  const shown = slidersFor(components);
  if (shown.length === 0) return null;
  const { currency, total, basis } = counted;
  const gain = kept === null ? 0 : total - kept.total;
  const isMoved = shown.some(({ name }) => value[name] !== saved[name]);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <legend className="px-1 font-medium">What if</legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {shown.map((slider) => (
          <SliderLine
            key={slider.name}
            slider={slider}
            value={value[slider.name]}
            onChange={(next) => onChange({ ...value, [slider.name]: next })}
          />
        ))}
      </div>
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1">
        <output className="tabular-nums">
          {format.money(toWholeUnits(total, currency), currency)} over {basis.horizon}{' '}
          {gain === 0 ? null : (
            <Delta value={gain}>
              {format.money(Math.abs(toWholeUnits(gain, currency)), currency)} compared with what is saved
            </Delta>
          )}
        </output>
        {isMoved ? (
          <Button kind="quiet" onClick={() => onChange(resetOf(value, saved))}>
            Reset
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

/** What was kept of the three, the other assumptions as they are being tried; null when nothing else is tried. */
function resetOf(value: Assumptions, saved: Assumptions): Assumptions | null {
  const { priceChange, dilution, haircut } = saved;
  const next = { ...value, priceChange, dilution, haircut };
  return JSON.stringify(next) === JSON.stringify(saved) ? null : next;
}

type LineProps = { slider: Slider; value: string; onChange: (value: string) => void };

function SliderLine({ slider: { name, label, least, most, step }, value, onChange }: LineProps) {
  const id = useId();
  const format = useFormat();
  const sign = name === 'priceChange' && !value.startsWith('-') && value !== '0' ? '+' : '';
  const words = name === 'priceChange' && value === '0' ? 'as stated' : `${sign}${format.percent(value)}`;
  // A field half typed elsewhere is no number yet: the slider waits at 0.
  const at = Number(value);
  return (
    <div className="flex min-w-0 flex-col">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id}>{label}</label>
        <span aria-hidden="true" className="font-medium tabular-nums">
          {words}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={Number.isNaN(at) ? 0 : at}
        aria-valuetext={words}
        onChange={(event) => onChange(event.target.value)}
        className="h-11 w-full cursor-pointer accent-accent"
      />
    </div>
  );
}
