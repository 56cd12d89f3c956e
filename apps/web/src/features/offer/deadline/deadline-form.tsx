import { type Deadline, type Reading, readClock } from '@parley/domain/offer/deadline';
import { useState } from 'react';
import { DateField } from '../../../components/form/date-field.tsx';
import { Field } from '../../../components/form/field.tsx';
import { earlierOf, OddHourField, readInstant } from '../../../components/form/odd-hour-field.tsx';
import { ZoneField } from '../../../components/form/zone-field.tsx';
import { usePerson } from '../../../lib/person.ts';
import { instantToLocal } from '../../../lib/time/zoned.ts';

type Props = {
  receivedOn: string | null;
  deadline: Deadline | null;
  onReceived: (receivedOn: string | null) => void;
  onDeadline: (deadline: Deadline | null) => void;
  errorAt: (path: string) => string | undefined;
};

const dayIn = (deadline: Deadline | null) =>
  deadline === null ? '' : deadline.kind === 'date' ? deadline.on : instantToLocal(deadline.at, deadline.zone).slice(0, 10);
const clockIn = (deadline: Deadline | null) =>
  deadline?.kind === 'moment' ? instantToLocal(deadline.at, deadline.zone).slice(11, 16) : '';

/** A day, an hour and a zone as they are put in, with what an hour means there that is skipped or comes twice. */
function usePutting({ deadline, onDeadline }: Pick<Props, 'deadline' | 'onDeadline'>) {
  const person = usePerson();
  const [chosen, setChosen] = useState(deadline?.zone ?? person.zone);
  // a deadline taken from the letter brings the zone that the letter names
  const zone = deadline?.zone ?? chosen;
  const [typed, setTyped] = useState<Reading | null>(null);
  // one taken from the letter, or set before, was never asked about
  const reading = typed ?? (deadline?.kind === 'moment' ? readInstant(deadline.at, zone) : null);
  const put = (on: string, time: string, where: string) => {
    setTyped(null);
    setChosen(where);
    if (on === '') return onDeadline(null);
    if (time === '') return onDeadline({ kind: 'date', on, zone: where });
    const read = readClock(`${on}T${time}`, where);
    setTyped(read);
    onDeadline({ kind: 'moment', at: earlierOf(read), zone: where });
  };
  return { zone, reading, put };
}

/** When the offer came and by when an answer is wanted, by the employer's own clock. */
export function DeadlineForm({ receivedOn, deadline, onReceived, onDeadline, errorAt }: Props) {
  const { zone, reading, put } = usePutting({ deadline, onDeadline });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <DateField
        label="Offer received on"
        optional
        value={receivedOn ?? ''}
        onChange={(event) => onReceived(event.target.value || null)}
        error={errorAt('receivedOn')}
      />
      <DateField
        label="Answer by"
        optional
        value={dayIn(deadline)}
        onChange={(event) => put(event.target.value, clockIn(deadline), zone)}
        error={errorAt('deadline')}
      />
      <ZoneField
        label="Their time zone"
        hint="A date alone ends at midnight there."
        value={zone}
        onChange={(event) => put(dayIn(deadline), clockIn(deadline), event.target.value)}
      />
      <Field label="At" optional hint="Only if they named a time.">
        {(control) => (
          <input
            {...control}
            type="time"
            className="entry tabular-nums"
            disabled={deadline === null}
            value={clockIn(deadline)}
            onChange={(event) => put(dayIn(deadline), event.target.value, zone)}
          />
        )}
      </Field>
      {reading && reading.kind !== 'one' ? (
        <div className="sm:col-span-2">
          <OddHourField
            reading={reading}
            zone={zone}
            value={deadline?.kind === 'moment' ? deadline.at : null}
            onPick={(at) => onDeadline({ kind: 'moment', at, zone })}
          />
        </div>
      ) : null}
    </div>
  );
}
