import { opportunityDetails } from '@parley/domain/opportunity/input';
import { type OpportunityDetails, type Person, partName } from '@parley/domain/opportunity/opportunity';
import PenLine from 'lucide-react/icons/pen-line';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { MethodLink } from '../../../components/method-link.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useHeld } from '../../../lib/use-draft.ts';
import { PeopleForm } from '../people-form.tsx';
import { useSave } from '../use-save.ts';

type Props = { opportunityId: string; rev: number; details: OpportunityDetails };

/** Who is who there, and the one question for those who worked with them. */
export function PeopleCard({ opportunityId, rev, details }: Props) {
  const [writing, setWriting] = useState(useHeld(`opportunity:${opportunityId}:people`));
  const edit = (
    <Button kind="quiet" icon={<PenLine aria-hidden="true" />} onClick={() => setWriting(true)} className="-mr-3">
      {details.people.length === 0 ? 'Add people' : 'Change'}
    </Button>
  );
  return (
    <Card title="People there" level={3} flush aside={writing ? null : edit}>
      {writing ? (
        <WritePeople {...{ opportunityId, rev, details }} onDone={() => setWriting(false)} />
      ) : (
        <PeopleList people={details.people} />
      )}
      <p className="max-w-prose px-4 pt-2.5 pb-1 text-ink-soft sm:px-5">
        Ask somebody who worked with your manager to be: “Would you work with this person again?”
        <span className="block">
          <MethodLink hash="people">Asking people who know</MethodLink>
        </span>
      </p>
    </Card>
  );
}

function PeopleList({ people }: { people: readonly Person[] }) {
  return (
    <ul className="divide-y divide-line border-b border-line empty:hidden">
      {people.map(({ id, part, name, contact, note }) => (
        <li key={id} className="px-4 py-2.5 wrap-anywhere sm:px-5">
          <span className="font-medium">{name || partName(part)}</span>
          {name ? <span className="text-ink-soft">{` · ${partName(part).toLowerCase()}`}</span> : null}
          {contact ? <span className="block text-sm">{contact}</span> : null}
          {note ? <span className="block text-sm text-ink-soft">{note}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function WritePeople({ opportunityId, rev, details, onDone }: Props & { onDone: () => void }) {
  const { write, pending, failure } = useSave();
  const draft = { name: `opportunity:${opportunityId}:people`, rev };
  const { form, submit, discard } = useParleyForm({ schema: opportunityDetails, defaultValues: details, draft });
  const onSubmit = submit(({ people }) => write({ opportunityId, rev, details: { ...details, people } }), onDone);
  return (
    <form
      onSubmit={(event) => void onSubmit(event)}
      noValidate
      className="flex flex-col gap-4 border-b border-line px-4 py-4 sm:px-5"
    >
      <PeopleForm form={form} />
      <FormFailure failure={failure} />
      <FormActions
        act="Save"
        pending={pending}
        onCancel={() => {
          discard();
          onDone();
        }}
      />
    </form>
  );
}
