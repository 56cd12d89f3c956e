import { listActiveSeats, owesAcceptance, seatOf } from '@parley/domain/council/council';
import { canEdit } from '@parley/domain/council/policy';
import { useMutation } from '@tanstack/react-query';
import ScrollText from 'lucide-react/icons/scroll-text';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Chip } from '../../../components/chip.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { type Council, factsOf } from '../use-council.ts';
import { EarlierCharters, SinceAccepted } from './changes-panel.tsx';
import { CharterForm } from './charter-form.tsx';
import { CharterPanel } from './charter-panel.tsx';

/** The charter: open with what changed while it is to be accepted, folded to its state afterwards. */
export function CharterCard({ council }: { council: Council }) {
  const [editing, setEditing] = useState(false);
  const facts = factsOf(council);
  const edit = canEdit(facts, council.viewerId).allowed ? (
    <Button kind="quiet" className="-mr-4" onClick={() => setEditing(true)}>
      Edit the charter
    </Button>
  ) : null;
  if (editing) {
    return (
      <Card title="The charter">
        <CharterForm council={council} onClose={() => setEditing(false)} />
      </Card>
    );
  }
  return (
    <Card title="The charter" aside={edit}>
      {owesAcceptance(facts, council.viewerId) ? <ToAccept council={council} /> : <Accepted council={council} />}
    </Card>
  );
}

function ToAccept({ council }: { council: Council }) {
  const accepted = seatOf(factsOf(council), council.viewerId)?.acceptedCharter ?? 0;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" title="The charter has changed. Read it and accept it to go on together." />
      <SinceAccepted council={council} version={accepted} />
      <CharterPanel text={council.charter.text} />
      <Accept council={council} />
      <Acceptance council={council} />
    </div>
  );
}

function Accepted({ council }: { council: Council }) {
  const [earlier, setEarlier] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <Acceptance council={council} />
      <details>
        <summary className="min-h-11 cursor-pointer py-2.5 text-accent">Read the charter</summary>
        <CharterPanel text={council.charter.text} />
      </details>
      {council.charterVersion > 1 ? (
        <details onToggle={(event) => setEarlier(event.currentTarget.open)}>
          <summary className="min-h-11 cursor-pointer py-2.5 text-accent">Earlier versions</summary>
          {earlier ? <EarlierCharters council={council} /> : null}
        </details>
      ) : null}
    </div>
  );
}

function Accept({ council }: { council: Council }) {
  const trpc = useTRPC();
  const accept = useMutation(trpc.council.acceptCharter.mutationOptions());
  const failure = accept.isError ? failureOf(accept.error) : null;
  const { councilId, charterVersion: version } = council;
  return (
    <div className="flex flex-col items-start gap-3">
      {failure?.code === 'CONFLICT' ? <Notice tone="warn" title={failure.message} /> : <FormFailure failure={failure} />}
      <Button kind="primary" onClick={() => accept.mutate({ councilId, version })} pending={accept.isPending}>
        I accept this charter
      </Button>
    </div>
  );
}

function Acceptance({ council }: { council: Council }) {
  const format = useFormat();
  const seats = listActiveSeats(factsOf(council)).map(({ accountId }) => accountId);
  const members = council.members.filter(({ accountId }) => seats.includes(accountId));
  const missing = members.filter((member) => member.acceptedCharter < council.charterVersion).map(({ name }) => name);
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
      <Chip icon={<ScrollText aria-hidden="true" />}>Version {council.charterVersion}</Chip>
      of {format.dayOf(council.charter.writtenAt)}.{' '}
      {missing.length === 0 ? 'Accepted by everybody.' : `Not accepted yet by ${format.list(missing)}.`}
    </p>
  );
}
