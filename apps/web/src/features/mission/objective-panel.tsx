import { blankKeyResult, put, putKeyResult } from '@parley/domain/mission/edit';
import { missionDocument } from '@parley/domain/mission/input';
import type { Objective } from '@parley/domain/mission/mission';
import { Fragment, useState } from 'react';
import { QuotedText } from '../../components/item-tools.tsx';
import { newId } from '../../lib/new-id.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { AddLine, BlockCard, InsertLine, useBlockEntries } from './block-card.tsx';
import { KeyResultCard } from './key-result-card.tsx';
import { KeyResultForm } from './key-result-form.tsx';
import { TextForm } from './text-form.tsx';
import type { Edit } from './use-mission.ts';

export const objectiveTitle = missionDocument.shape.objectives.element.shape.title;
const mostResults = 6;

type Props = { missionId: string; objective: Objective; edit: Edit | null };

/** One objective as a heading, its key results as lines under it. */
export function ObjectivePanel({ missionId, objective, edit }: Props) {
  const [editing, setEditing] = useState(false);
  const entries = useBlockEntries(edit);
  const begin = () => setEditing(true);
  const save = (title: string) =>
    edit?.change({ ...edit.document, objectives: put(edit.document.objectives, { ...objective, title }) });
  return (
    <div className="flex flex-col gap-1">
      {editing && edit ? (
        <TextForm
          label="Objective"
          draft={`mission:${missionId}:${objective.id}`}
          text={objective.title}
          schema={objectiveTitle}
          onSave={save}
          onClose={() => setEditing(false)}
        />
      ) : (
        <BlockCard
          missionId={missionId}
          blockId={objective.id}
          label={objective.title}
          onEdit={edit ? begin : undefined}
          entries={entries(objective.id, 'Objective', begin)}
        >
          <h4 className="text-lg font-semibold">
            <QuotedText itemId={missionId} blockId={objective.id} text={objective.title} />
          </h4>
        </BlockCard>
      )}
      <KeyResults missionId={missionId} objective={objective} edit={edit} />
    </div>
  );
}

/** Which line is being written: one that exists by its id, or a new one by its place. */
type Writing = { id: string } | { at: number } | null;

function KeyResults({ missionId, objective, edit }: Props) {
  const [writing, setWriting] = useState<Writing>(
    useHeld(`mission:${missionId}:${objective.id}:new`) ? { at: objective.keyResults.length } : null,
  );
  const entries = useBlockEntries(edit);
  const { keyResults } = objective;
  const close = () => setWriting(null);
  const full = keyResults.length >= mostResults;
  const fresh = (at: number) =>
    edit && writing && 'at' in writing && writing.at === at ? (
      <li>
        <KeyResultForm
          result={blankKeyResult(newId())}
          draft={`mission:${missionId}:${objective.id}:new`}
          onSave={(made) => edit.change(putKeyResult(edit.document, objective.id, made, at))}
          onClose={close}
        />
      </li>
    ) : null;
  return (
    <div className="flex flex-col gap-1 border-l-2 border-line pl-4">
      <ul className="flex flex-col gap-1">
        {keyResults.map((result, at) => (
          <Fragment key={result.id}>
            {fresh(at)}
            <li>
              {edit && !full ? <InsertLine label="Add a key result here" onInsert={() => setWriting({ at })} /> : null}
              {edit && writing && 'id' in writing && writing.id === result.id ? (
                <KeyResultForm
                  result={result}
                  draft={`mission:${missionId}:${result.id}`}
                  onSave={(saved) => edit.change(putKeyResult(edit.document, objective.id, saved))}
                  onClose={close}
                />
              ) : (
                <BlockCard
                  missionId={missionId}
                  blockId={result.id}
                  label={result.metric}
                  onEdit={edit ? () => setWriting({ id: result.id }) : undefined}
                  entries={entries(result.id, 'Key result', () => setWriting({ id: result.id }))}
                >
                  <KeyResultCard missionId={missionId} result={result} />
                </BlockCard>
              )}
            </li>
          </Fragment>
        ))}
        {fresh(keyResults.length)}
      </ul>
      {edit && !full && !writing ? <AddLine label="Key result" onAdd={() => setWriting({ at: keyResults.length })} /> : null}
    </div>
  );
}
