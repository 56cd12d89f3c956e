import { put } from '@parley/domain/mission/edit';
import { objective as objectiveShape } from '@parley/domain/mission/input';
import { mostKeyResults, type Objective } from '@parley/domain/mission/mission';
import { linesIn } from '@parley/domain/mission/paste';
import { QuotedText } from '../../components/item-tools.tsx';
import { BlockCard, useBlockEntries } from './block-card.tsx';
import { ResultPanel } from './line/result-panel.tsx';
import { TextForm } from './text-form.tsx';
import { useLines } from './use-lines.ts';
import type { Edit } from './use-mission.ts';
import { useWriting } from './use-writing.ts';

export const objectiveTitle = objectiveShape.shape.title;
export const objectiveLook = 'text-lg font-semibold pointer-coarse:text-lg';

type Props = { missionId: string; objective: Objective; edit: Edit | null };

/** One objective as a heading, its key results as lines under it. */
export function ObjectivePanel({ missionId, objective, edit }: Props) {
  const entries = useBlockEntries(edit);
  const writing = useWriting();
  const lines = useLines(edit);
  const { id, title, keyResults } = objective;
  const place = writing.placeOf(id);
  const begin = () => writing.open(id);
  const save = (next: string) =>
    edit?.change((now) => ({ ...now, objectives: put(now.objectives, { ...objective, title: next }) }));
  const paste = (text: string) => {
    const [first, ...others] = linesIn(text);
    if (!first || others.length === 0 || !objectiveTitle.safeParse(first.text).success) return false;
    save(first.text);
    return (
      lines?.paste(
        { into: 'objectives', after: id },
        others.map((line) => (line.isInner ? `- ${line.text}` : line.text)).join('\n'),
      ) ?? false
    );
  };
  const form =
    place && edit ? (
      <TextForm
        label="Objective"
        draft={`mission:${missionId}:${id}`}
        text={title}
        schema={objectiveTitle}
        look={objectiveLook}
        isRestored={place.isRestored}
        onSave={save}
        onClose={(isLeft) => writing.close(id, isLeft ? id : undefined)}
        onNext={keyResults.length < mostKeyResults ? () => writing.open(`${id}:new`, 0) : undefined}
        onMove={(by) => lines?.move(id, by)}
        onLines={paste}
      />
    ) : null;
  return (
    <div className="isolate flex flex-col gap-1">
      <BlockCard
        missionId={missionId}
        blockId={id}
        label={title}
        edit={edit}
        kind="objective"
        onEdit={begin}
        entries={entries(id, 'Objective', begin)}
        writing={form}
      >
        <h4 className="*:data-quotable:block text-lg font-semibold">
          <QuotedText itemId={missionId} blockId={id} text={title} />
        </h4>
      </BlockCard>
      <ResultPanel missionId={missionId} objective={objective} edit={edit} />
    </div>
  );
}
