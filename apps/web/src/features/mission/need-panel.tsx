import { blankNeed, put } from '@parley/domain/mission/edit';
import { findKeyResult, type MissionDocument, type Need } from '@parley/domain/mission/mission';
import Handshake from 'lucide-react/icons/handshake';
import { useState } from 'react';
import { Chip } from '../../components/chip.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { QuotedText } from '../../components/item-tools.tsx';
import { useFormat } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { AddLine, BlockCard, useBlockEntries } from './block-card.tsx';
import { NeedForm } from './need-form.tsx';
import { useAsk } from './use-ask.ts';
import type { Edit } from './use-mission.ts';

const most = 20;

type Props = { missionId: string; opportunityId: string; document: MissionDocument; edit: Edit | null };

/** What it takes to succeed; each need becomes an ask of the negotiation in one act. */
export function NeedPanel({ missionId, opportunityId, document, edit }: Props) {
  const [writing, setWriting] = useState<string | null>(null);
  const entries = useBlockEntries(edit);
  const ask = useAsk(opportunityId, missionId, edit !== null);
  const close = () => setWriting(null);
  const form = (need: Need, draft: string) => (
    <NeedForm
      need={need}
      document={document}
      draft={`mission:${missionId}:${draft}`}
      onSave={(saved) => edit?.change({ ...edit.document, needs: put(edit.document.needs, saved) })}
      onClose={close}
    />
  );
  const acts = (need: Need) => {
    const [first, ...others] = entries(need.id, 'Need', () => setWriting(need.id));
    const make = {
      id: 'ask',
      label: 'Turn it into an ask',
      icon: <Handshake aria-hidden="true" />,
      why: ask.why,
      onAct: () => ask.make(need),
    };
    return first ? [first, make, ...others] : [];
  };
  return (
    <div className="flex flex-col gap-1">
      <ul className="flex flex-col gap-1">
        {document.needs.map((need) => (
          <li key={need.id}>
            {writing === need.id ? (
              form(need, need.id)
            ) : (
              <BlockCard
                missionId={missionId}
                blockId={need.id}
                label={need.text}
                onEdit={edit ? () => setWriting(need.id) : undefined}
                entries={acts(need)}
              >
                <NeedLine missionId={missionId} need={need} document={document} />
              </BlockCard>
            )}
          </li>
        ))}
      </ul>
      {ask.made ? <Notice tone="good" title={`“${ask.made}” is now an ask of the negotiation.`} /> : null}
      <FormFailure failure={ask.failure} />
      {writing === 'new' ? form(blankNeed(newId(), null), 'need:new') : null}
      {edit && writing === null && document.needs.length < most ? <AddLine label="Need" onAdd={() => setWriting('new')} /> : null}
    </div>
  );
}

function NeedLine({ missionId, need, document }: { missionId: string; need: Need; document: MissionDocument }) {
  const format = useFormat();
  const serves = need.keyResultId === null ? null : findKeyResult(document, need.keyResultId);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <QuotedText itemId={missionId} blockId={need.id} text={need.text} />
        {need.amount ? (
          <span className="whitespace-nowrap tabular-nums">{format.money(need.amount.minor, need.amount.currency)}</span>
        ) : null}
        <Chip>{need.leg}</Chip>
      </p>
      {serves ? <p className="text-sm text-ink-soft">{`serves “${serves.metric}”`}</p> : null}
    </>
  );
}
