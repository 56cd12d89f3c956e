import { blankNeed, put } from '@parley/domain/mission/edit';
import { need as needShape } from '@parley/domain/mission/input';
import { findKeyResult, type MissionDocument, mostNeeds, type Need } from '@parley/domain/mission/mission';
import Handshake from 'lucide-react/icons/handshake';
import { Chip } from '../../components/chip.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { QuotedText } from '../../components/item-tools.tsx';
import { useFormat } from '../../lib/format.ts';
import { AddLine } from './block-card.tsx';
import { ProofLine } from './line/proof-form.tsx';
import { NeedForm } from './need-form.tsx';
import { useAsk } from './use-ask.ts';
import type { Edit } from './use-mission.ts';
import { useWriting } from './use-writing.ts';
import { WordsList } from './words-list.tsx';

type Props = { missionId: string; opportunityId: string; document: MissionDocument; edit: Edit | null };

/** What it takes to succeed; each need becomes an ask of the negotiation in one act. */
export function NeedPanel({ missionId, opportunityId, document, edit }: Props) {
  const writing = useWriting();
  const ask = useAsk(opportunityId, missionId, edit !== null);
  const full = document.needs.length >= mostNeeds;
  const acts = (need: Need) => [
    {
      id: 'ask',
      label: 'Turn it into an ask',
      icon: <Handshake aria-hidden="true" />,
      why: ask.why,
      onAct: () => ask.make(need),
    },
  ];
  return (
    <div className="flex flex-col gap-1">
      <WordsList
        missionId={missionId}
        edit={edit}
        kind="need"
        label="Need"
        placeholder="One more engineer for the platform"
        schema={needShape.shape.text}
        lines={document.needs}
        blank={(id) => blankNeed(id, null)}
        onPut={(need) => edit?.change((now) => ({ ...now, needs: put(now.needs, need) }))}
        full={full}
        acts={acts}
        fields={(need, form) => <NeedForm need={need} document={document} {...form} />}
      >
        {(need) => <NeedLine missionId={missionId} need={need} document={document} />}
      </WordsList>
      {ask.made ? <Notice tone="good" title={`“${ask.made}” is now an ask of the negotiation.`} /> : null}
      <FormFailure failure={ask.failure} />
      {edit && !full && !writing.placeOf('need:new') ? <AddLine label="Need" onAdd={() => writing.open('need:new')} /> : null}
    </div>
  );
}

function NeedLine({ missionId, need, document }: { missionId: string; need: Need; document: MissionDocument }) {
  const format = useFormat();
  const serves = need.keyResultId === null ? null : findKeyResult(document, need.keyResultId);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 *:data-quotable:min-w-0 *:data-quotable:grow *:data-quotable:basis-60">
        <QuotedText itemId={missionId} blockId={need.id} text={need.text} />
        {need.amount ? (
          <span className="whitespace-nowrap tabular-nums">{format.money(need.amount.minor, need.amount.currency)}</span>
        ) : null}
        <Chip>{need.leg}</Chip>
      </p>
      {serves ? <p className="text-sm text-ink-soft">{`serves “${serves.metric}”`}</p> : null}
      <ProofLine proof={need.proof} />
    </>
  );
}
