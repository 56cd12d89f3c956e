import { opportunityDetails } from '@parley/domain/opportunity/input';
import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { PeopleForm } from '../people-form.tsx';
import { useSave } from '../use-save.ts';

type Props = { opportunityId: string; rev: number; details: OpportunityDetails; onDone: () => void };

/** Who is who there, written where it stands. */
export function WhoForm({ opportunityId, rev, details, onDone }: Props) {
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
