import { blankKeyResult, putKeyResult } from '@parley/domain/mission/edit';
import { type KeyResult, mostKeyResults, mostObjectives, type Objective } from '@parley/domain/mission/mission';
import { linesIn } from '@parley/domain/mission/paste';
import { Fragment, useState } from 'react';
import { newId } from '../../../lib/new-id.ts';
import { AddLine, BlockCard, InsertLine, useBlockEntries } from '../block-card.tsx';
import { useLines } from '../use-lines.ts';
import type { Edit } from '../use-mission.ts';
import { useWriting } from '../use-writing.ts';
import { LineForm } from './line-form.tsx';
import { ResultCard } from './result-card.tsx';

type Props = { missionId: string; objective: Objective; edit: Edit | null };

/** The key results of an objective, each a line. */
export function ResultPanel({ missionId, objective, edit }: Props) {
  const { id, keyResults } = objective;
  const writing = useWriting();
  const full = keyResults.length >= mostKeyResults;
  const place = writing.placeOf(`${id}:new`);
  const fresh = (at: number) =>
    edit && place && Math.min(place.at, keyResults.length) === at ? (
      <li key={`new ${at}`}>
        <FreshLine missionId={missionId} objective={objective} edit={edit} at={at} isRestored={place.isRestored} />
      </li>
    ) : null;
  return (
    <div className="@container flex flex-col gap-1 border-l-2 border-line pl-4">
      <ul className="flex flex-col gap-1">
        {keyResults.map((result, at) => (
          <Fragment key={result.id}>
            {fresh(at)}
            <li>
              {edit && !full ? <InsertLine label="Add a key result here" onInsert={() => writing.open(`${id}:new`, at)} /> : null}
              <ResultLine missionId={missionId} objective={objective} result={result} at={at} edit={edit} />
            </li>
          </Fragment>
        ))}
        {fresh(keyResults.length)}
      </ul>
      {edit && !full && !place ? <AddLine label="Key result" onAdd={() => writing.open(`${id}:new`, keyResults.length)} /> : null}
    </div>
  );
}

function ResultLine({ missionId, objective, result, at, edit }: Props & { result: KeyResult; at: number }) {
  const entries = useBlockEntries(edit);
  const writing = useWriting();
  const lines = useLines(edit);
  const { id } = result;
  const place = writing.placeOf(id);
  const begin = () => writing.open(id);
  const hasRoom = objective.keyResults.length < mostKeyResults;
  const form =
    place && edit ? (
      <LineForm
        result={result}
        draft={`mission:${missionId}:${id}`}
        isRestored={place.isRestored}
        onSave={(saved) => edit.change((now) => putKeyResult(now, objective.id, saved))}
        onClose={(isLeft) => writing.close(id, isLeft ? id : undefined)}
        onNext={() => (hasRoom ? writing.open(`${objective.id}:new`, at + 1) : writing.focus(id))}
        onMove={(by) => lines?.move(id, by)}
        onLines={(text) => lines?.paste({ into: 'results', objectiveId: objective.id, at: at + 1 }, text) ?? false}
      />
    ) : null;
  return (
    <BlockCard
      missionId={missionId}
      blockId={id}
      label={result.metric}
      edit={edit}
      kind="result"
      onEdit={begin}
      entries={entries(id, 'Key result', begin)}
      writing={form}
    >
      <ResultCard missionId={missionId} result={result} />
    </BlockCard>
  );
}

type FreshProps = Props & { edit: Edit; at: number; isRestored: boolean };

/** A new line: Enter goes on below it; in an empty one, to the next objective. */
function FreshLine({ missionId, objective, edit, at, isRestored }: FreshProps) {
  const writing = useWriting();
  const lines = useLines(edit);
  const [blank] = useState(() => blankKeyResult(newId()));
  const place = `${objective.id}:new`;
  const { objectives } = edit.document;
  const isLast = objectives.at(-1)?.id === objective.id && objectives.length < mostObjectives;
  const next = (text: string) => {
    if (text === '') return isLast ? writing.open('objective:new') : writing.focus(objective.id);
    if (objective.keyResults.length + 1 < mostKeyResults) writing.open(place, at + 1);
    else writing.focus(blank.id);
  };
  return (
    <LineForm
      result={blank}
      draft={`mission:${missionId}:${place}`}
      isRestored={isRestored}
      onSave={(made) => edit.change((now) => putKeyResult(now, objective.id, made, at))}
      onClose={(isLeft) => writing.close(place, isLeft ? blank.id : undefined)}
      onNext={next}
      onLines={(text) =>
        linesIn(text).length > 1 && (lines?.paste({ into: 'results', objectiveId: objective.id, at }, text) ?? false)
      }
    />
  );
}
