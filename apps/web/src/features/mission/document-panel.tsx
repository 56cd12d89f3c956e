import { blankObjective, put } from '@parley/domain/mission/edit';
import { missionDocument } from '@parley/domain/mission/input';
import { type MissionDocument, type MissionState, mostObjectives } from '@parley/domain/mission/mission';
import { linesIn } from '@parley/domain/mission/paste';
import { objectivesRemark } from '@parley/domain/mission/readiness';
import { type ReactNode, useState } from 'react';
import { QuotedText } from '../../components/item-tools.tsx';
import { newId } from '../../lib/new-id.ts';
import { AddLine } from './block-card.tsx';
import { NeedPanel } from './need-panel.tsx';
import { ObjectivePanel, objectiveLook, objectiveTitle } from './objective-panel.tsx';
import { ProsePanel } from './prose-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { TextForm } from './text-form.tsx';
import { useLines } from './use-lines.ts';
import type { Edit } from './use-mission.ts';
import { useWriting } from './use-writing.ts';

type Props = {
  missionId: string;
  opportunityId: string;
  document: MissionDocument;
  state: MissionState;
  edit: Edit | null;
};

const statementLook = 'max-w-prose text-xl font-semibold pointer-coarse:text-xl';
const { statement: statementShape, corrections: correctionsShape } = missionDocument.shape;

/** The mission as a page: the statement as its title, objectives as headings, results as lines. */
export function DocumentPanel({ missionId, opportunityId, document, state, edit }: Props) {
  const { statement, corrections } = document;
  const writing = useWriting();
  const lines = useLines(edit);
  const isBare = statement === '' && document.objectives.length === 0;
  const corrected = state === 'shownToManager' || state === 'corrected' || corrections !== '';
  return (
    <div className="flex flex-col gap-6">
      <ProsePanel
        missionId={missionId}
        blockId="statement"
        label="The mission in one or two sentences"
        text={statement}
        schema={statementShape}
        placeholder="Make payments so dependable that nobody talks about them."
        edit={edit}
        look={statementLook}
        onSave={(text) => edit?.change((now) => ({ ...now, statement: text.trim() }))}
        onNext={document.objectives.length === 0 ? () => writing.open('objective:new') : undefined}
        onLines={(text) => isBare && (lines?.paste({ into: 'statement' }, text) ?? false)}
      >
        <h3 className={`*:data-quotable:block ${statementLook} ${statement ? '' : 'font-normal text-ink-soft'}`}>
          {statement ? <QuotedText itemId={missionId} blockId="statement" text={statement} /> : null}
          {statement ? null : edit ? 'What is this job for? One or two sentences.' : 'No statement yet.'}
        </h3>
      </ProsePanel>
      <Objectives missionId={missionId} document={document} edit={edit} />
      {edit || document.questions.length > 0 ? (
        <Group title="Questions">
          <QuestionPanel missionId={missionId} document={document} edit={edit} />
        </Group>
      ) : null}
      {edit || document.needs.length > 0 ? (
        <Group title="What it takes">
          <NeedPanel missionId={missionId} opportunityId={opportunityId} document={document} edit={edit} />
        </Group>
      ) : null}
      {corrected ? (
        <Group title="The manager’s corrections">
          <ProsePanel
            missionId={missionId}
            blockId="corrections"
            label="In the manager’s words"
            text={corrections}
            schema={correctionsShape}
            placeholder="“It is this job, but the first half year is about hiring.”"
            edit={edit}
            several
            onSave={(text) => edit?.change((now) => ({ ...now, corrections: text.trim() }))}
          >
            <p className={`*:data-quotable:block max-w-prose whitespace-pre-wrap ${corrections ? '' : 'text-ink-soft'}`}>
              {corrections ? <QuotedText itemId={missionId} blockId="corrections" text={corrections} /> : null}
              {corrections ? null : 'What did they say? Their words, not yours.'}
            </p>
          </ProsePanel>
        </Group>
      ) : null}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="isolate flex flex-col gap-1 border-t border-line pt-4">
      <h4 className="font-semibold">{title}</h4>
      {children}
    </div>
  );
}

function Objectives({ missionId, document, edit }: Pick<Props, 'missionId' | 'document' | 'edit'>) {
  const writing = useWriting();
  const place = writing.placeOf('objective:new');
  const remark = objectivesRemark(document);
  const full = document.objectives.length >= mostObjectives;
  return (
    <div className="flex flex-col gap-5">
      {document.objectives.map((objective) => (
        <ObjectivePanel key={objective.id} missionId={missionId} objective={objective} edit={edit} />
      ))}
      {edit && place ? <FreshObjective missionId={missionId} edit={edit} isRestored={place.isRestored} /> : null}
      {edit && !place ? (
        <div>
          <AddLine
            label="Objective"
            onAdd={() => writing.open('objective:new')}
            why={full ? 'A mission has at most five objectives.' : null}
          />
          {remark ? <p className="text-sm text-ink-soft">{remark}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

/** A new objective: Enter goes on to its first key result. */
function FreshObjective({ missionId, edit, isRestored }: { missionId: string; edit: Edit; isRestored: boolean }) {
  const writing = useWriting();
  const lines = useLines(edit);
  const [id] = useState(newId);
  const place = 'objective:new';
  return (
    <TextForm
      label="New objective"
      draft={`mission:${missionId}:${place}`}
      text=""
      schema={objectiveTitle}
      placeholder="Ship without fear"
      look={objectiveLook}
      isRestored={isRestored}
      onSave={(title) => edit.change((now) => ({ ...now, objectives: put(now.objectives, { ...blankObjective(id), title }) }))}
      onClose={(isLeft) => writing.close(place, isLeft ? id : undefined)}
      onNext={(text) => (text === '' ? undefined : writing.open(`${id}:new`, 0))}
      onLines={(text) =>
        linesIn(text).length > 1 &&
        (lines?.paste({ into: 'objectives', after: edit.document.objectives.at(-1)?.id ?? null }, text) ?? false)
      }
    />
  );
}
