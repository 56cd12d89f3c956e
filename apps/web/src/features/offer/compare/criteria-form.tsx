import { type Criterion, mostCriteria, scoreOf } from '@parley/domain/offer/criteria';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button, IconButton } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import { letterOf } from './compare-form.tsx';
import type { Side } from './use-compare.ts';

type Props = { sides: readonly Side[]; criteria: readonly Criterion[]; onChange: (criteria: Criterion[]) => void };

const whole = (value: number | null): number | null =>
  value !== null && Number.isInteger(value) && value >= 0 && value <= 10 ? value : null;

/** What counts for me and is no money: marks of 0 to 10 by my own weights, kept apart from every sum. */
export function CriteriaForm({ sides, criteria, onChange }: Props) {
  const format = useFormat();
  const edit = (at: number, patch: Partial<Criterion>) =>
    onChange(criteria.map((one, place) => (place === at ? { ...one, ...patch } : one)));
  const scores = sides.map(({ offerId }) => scoreOf(offerId, criteria));
  return (
    <details open={criteria.length > 0} className="rounded-md border border-line bg-raised px-4 py-1 sm:px-5">
      <summary className="min-h-11 py-2.5 font-medium">What is not money</summary>
      <div className="flex flex-col gap-4 pb-4">
        <p className="text-sm text-ink-soft">
          Your own criteria and weights, 0 to 10. They stay in this browser and change no sum.
        </p>
        {criteria.map((criterion, at) => (
          <CriterionForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place.
            key={at}
            {...{ sides, criterion, at }}
            onChange={(patch) => edit(at, patch)}
            onRemove={() => onChange(criteria.filter((_, place) => place !== at))}
          />
        ))}
        {scores.some((score) => score !== null) ? (
          <p>
            By your weights:{' '}
            <span className="font-medium tabular-nums">
              {sides
                .map((_, at) => {
                  const score = scores[at] ?? null;
                  return `${letterOf(at)} ${score === null ? 'not judged yet' : format.number(`${Math.floor(score / 10)}.${score % 10}`)}`;
                })
                .join(', ')}
            </span>
          </p>
        ) : null}
        {criteria.length < mostCriteria ? (
          <div>
            <Button
              kind="quiet"
              className="-ml-4"
              icon={<Plus aria-hidden="true" />}
              onClick={() => onChange([...criteria, { name: '', weight: 5, marks: {} }])}
            >
              Add a criterion
            </Button>
          </div>
        ) : null}
      </div>
    </details>
  );
}

type CriterionProps = {
  sides: readonly Side[];
  criterion: Criterion;
  at: number;
  onChange: (patch: Partial<Criterion>) => void;
  onRemove: () => void;
};

function CriterionForm({ sides, criterion: { name, weight, marks }, at, onChange, onRemove }: CriterionProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-end gap-3">
      <legend className="sr-only">{name || `Criterion ${at + 1}`}</legend>
      <TextField
        label="Criterion"
        className="min-w-40 flex-1"
        value={name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <NumberField
        label="Weight"
        className="w-20"
        max={10}
        value={weight}
        onChange={(next) => onChange({ weight: whole(next) ?? 0 })}
      />
      {sides.map(({ offerId }, place) => (
        <NumberField
          key={offerId}
          label={letterOf(place)}
          className="w-16"
          max={10}
          value={marks[offerId] ?? null}
          onChange={(next) => onChange({ marks: { ...marks, [offerId]: whole(next) } })}
        />
      ))}
      <IconButton label={`Remove criterion ${at + 1}`} icon={<Trash2 aria-hidden="true" />} onClick={onRemove} />
    </fieldset>
  );
}
