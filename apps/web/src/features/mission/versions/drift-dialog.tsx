import type { KeyResult, MissionDocument } from '@parley/domain/mission/mission';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

export type DriftDialogProps = { opportunityId: string; document: MissionDocument; onClose: () => void };

/** What the posting said, what the owner made of it, and what the manager says: beside each other. */
export function DriftDialog({ opportunityId, document, onClose }: DriftDialogProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  return (
    <Dialog open wide onClose={onClose} title="Role drift">
      <DriftColumns posting={data?.own?.details.posting ?? ''} document={document} />
      <DialogActions cancel="Close">{null}</DialogActions>
    </Dialog>
  );
}

/** The three accounts of one role. */
export function DriftColumns({ posting, document }: { posting: string; document: MissionDocument }) {
  return (
    <div className="grid gap-x-6 gap-y-5 lg:grid-cols-3">
      <Account title="The posting" missing="No posting yet. Paste its text under Overview, Details." text={posting} />
      <Account title="Your mission" missing="Nothing written yet.">
        {document.statement === '' && document.objectives.length === 0 ? null : <Mission document={document} />}
      </Account>
      <Account
        title="The manager’s corrections"
        missing="Nothing yet. Write down their words once they have seen the mission."
        text={document.corrections}
      />
    </div>
  );
}

type AccountProps = { title: string; missing: string; text?: string; children?: ReactNode };

function Account({ title, missing, text = '', children }: AccountProps) {
  const said = text.trim() === '' ? children : <p className="whitespace-pre-wrap">{text}</p>;
  return (
    <section aria-label={title} className="min-w-0 border-t border-line pt-2">
      <h3 className="pb-1 font-semibold">{title}</h3>
      <div dir="auto" className="max-w-prose break-words">
        {said ?? <p className="text-ink-soft">{missing}</p>}
      </div>
    </section>
  );
}

function Mission({ document: { statement, objectives } }: { document: MissionDocument }) {
  return (
    <div className="flex flex-col gap-2">
      {statement ? <p>{statement}</p> : null}
      {objectives.map(({ id, title, keyResults }) => (
        <div key={id}>
          <p className="font-medium">{title}</p>
          <ul className="list-disc pl-5">
            {keyResults.map((result) => (
              <Result key={result.id} result={result} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Result({ result: { metric, start, target, unit, due } }: { result: KeyResult }) {
  const format = useFormat();
  const figures =
    start !== null && target !== null ? ` ${format.number(start)} → ${format.number(target)} ${unit}`.trimEnd() : '';
  return (
    <li>
      {metric}
      {figures ? <span className="tabular-nums">{figures}</span> : null}
      {due ? `, by ${format.date(due)}` : null}
    </li>
  );
}
