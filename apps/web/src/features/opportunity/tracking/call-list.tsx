import { type Call, callTitle, isAhead, orderCalls, outcomeName, placeCall } from '@parley/domain/opportunity/call';
import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import { Link } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button, buttonLook } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Chip } from '../../../components/chip.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useFormat } from '../../../lib/format.ts';
import { newId } from '../../../lib/new-id.ts';
import { usePerson } from '../../../lib/person.ts';
import { usePassed, useToday } from '../../../lib/time/use-today.ts';
import { useHeld } from '../../../lib/use-draft.ts';
import { useSave } from '../use-save.ts';
import { CallForm } from './call-form.tsx';
import { useDebriefOf } from './use-debrief-of.ts';

type Props = { opportunityId: string; rev: number; details: OpportunityDetails };

/** The calls of this opening: those to come first, those that were below. */
export function CallList({ opportunityId, rev, details }: Props) {
  const { zone } = usePerson();
  const held = useHeld(`call:${opportunityId}:new`);
  const [adding, setAdding] = useState(held);
  const [editing, setEditing] = useState<string | null>(null);
  const [blank, setBlank] = useState<Call>(() => blankCall(zone));
  const { save, write, pending, failure } = useSave();
  const people = details.people.map(({ name }) => name);
  const close = () => {
    setAdding(false);
    setBlank(blankCall(zone));
    setEditing(null);
  };
  const withCalls = (calls: Call[]) => ({ opportunityId, rev, details: { ...details, calls } });
  const form = (call: Call, fresh: boolean) => (
    <CallForm
      {...{ opportunityId, call, people, fresh, pending, failure }}
      onSave={(written) => write(withCalls(placeCall(details.calls, written)))}
      onDone={close}
    />
  );
  const { ahead, held: behind } = useParted(details.calls);
  return (
    <Card title="Calls" level={3} flush aside={adding ? null : <AddButton onAdd={() => setAdding(true)} />}>
      {adding ? form(blank, true) : null}
      {editing === null && !adding ? <Refusal failure={failure} /> : null}
      {details.calls.length === 0 && !adding ? (
        <p className="px-4 py-3 text-ink-soft sm:px-5">
          Write down the day, the hour and who will be there: it then stands on Today, in your calendar and before the call.
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {[...ahead, ...behind].map((call) => (
          <li key={call.id}>
            {editing === call.id ? (
              form(call, false)
            ) : (
              <CallLine
                call={call}
                opportunityId={opportunityId}
                pending={pending}
                onEdit={() => setEditing(call.id)}
                onRemove={() => save(withCalls(details.calls.filter(({ id }) => id !== call.id)), close)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AddButton({ onAdd }: { onAdd: () => void }) {
  return (
    <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={onAdd} className="-mr-3">
      Add a call
    </Button>
  );
}

function Refusal({ failure }: { failure: ReturnType<typeof useSave>['failure'] }) {
  if (!failure) return null;
  return (
    <div className="px-4 pt-3 sm:px-5">
      <FormFailure failure={failure} />
    </div>
  );
}

const blankCall = (zone: string): Call => ({
  id: newId(),
  kind: 'interview',
  at: '',
  zone,
  minutes: 45,
  withWhom: '',
  link: '',
  note: '',
  outcome: null,
});

/** The next one first; of those that were, the latest first. */
function useParted(calls: readonly Call[]) {
  // asked again each minute, with the day
  useToday();
  const now = new Date();
  const ordered = orderCalls(calls);
  return {
    ahead: ordered.filter((call) => isAhead(call, now)),
    held: ordered.filter((call) => !isAhead(call, now)).toReversed(),
  };
}

type LineProps = { call: Call; opportunityId: string; pending: boolean; onEdit: () => void; onRemove: () => void };

const isAddress = (link: string) => /^https?:\/\//i.test(link);

function CallLine({ call, opportunityId, pending, onEdit, onRemove }: LineProps) {
  const format = useFormat();
  const { zone } = usePerson();
  const { at, minutes, link, note, outcome, zone: theirs } = call;
  const begun = usePassed(at);
  return (
    <div className="flex flex-col gap-1 px-4 py-3 sm:px-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium wrap-anywhere">{callTitle(call)}</span>
        {outcome ? <Chip>{outcomeName(outcome)}</Chip> : null}
      </p>
      <p className="text-ink-soft tabular-nums">
        <time dateTime={at}>{format.dayTime(at)}</time>
        {` · ${minutes} minutes`}
        {theirs === zone ? '' : ` · ${format.time(at, theirs)} in ${format.place(theirs)}`}
      </p>
      {link ? (
        <p className="wrap-anywhere">
          {isAddress(link) ? (
            <a href={link} target="_blank" rel="noreferrer noopener" className="text-accent underline">
              {link}
            </a>
          ) : (
            link
          )}
        </p>
      ) : null}
      {note ? <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{note}</p> : null}
      <div className="-ml-4 flex flex-wrap">
        {begun ? <DebriefButton call={call} opportunityId={opportunityId} /> : null}
        {begun ? null : (
          <Link to="/opportunities/$opportunityId/prep" params={{ opportunityId }} className={buttonLook('quiet')}>
            Before the call
          </Link>
        )}
        <Button kind="quiet" onClick={onEdit}>
          {begun && outcome === null ? 'Say how it came out' : 'Change'}
        </Button>
        <Button kind="quiet" pending={pending} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </div>
  );
}

function DebriefButton({ call, opportunityId }: { call: Call; opportunityId: string }) {
  const { begin, pending } = useDebriefOf(opportunityId);
  return (
    <Button kind="quiet" pending={pending} onClick={() => begin(call)}>
      Debrief it
    </Button>
  );
}
