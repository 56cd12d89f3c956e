import { type Backchannel, callbackWords, countAnswers } from '@parley/domain/backchannel/backchannel';
import { questionBank } from '@parley/domain/backchannel/bank';
import { useMutation, useQuery } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Flag from 'lucide-react/icons/flag';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip, type ChipTone } from '../../components/chip.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useRemoval } from '../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { PrivateGround } from '../../components/private-ground.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { useOpened } from '../../lib/use-revised.ts';
import { BackchannelForm } from './backchannel-form.tsx';

/** What insiders said about the manager or the employer; the owner's alone, whatever else of the opening is shared. */
export function BackchannelPanel({ opportunityId }: { opportunityId: string }) {
  const trpc = useTRPC();
  const heard = useQuery(trpc.backchannel.list.queryOptions({ opportunityId }));
  return (
    <div className="flex flex-col gap-5">
      <PrivateGround>
        <p className="max-w-prose text-ink-soft">
          Talk to people who worked with the manager before you decide. This room is never shared, and nobody learns whom you
          asked.
        </p>
      </PrivateGround>
      {heard.isPending ? <Skeleton what="what you heard" lines={4} /> : null}
      {heard.isLoadingError ? <Failed error={heard.error} what="what you heard" retry={() => void heard.refetch()} /> : null}
      {heard.data ? <Heard opportunityId={opportunityId} all={heard.data} /> : null}
    </div>
  );
}

function Heard({ opportunityId, all }: { opportunityId: string; all: readonly Backchannel[] }) {
  const trpc = useTRPC();
  const { open, setOpen, close } = useOpened(useHeld(`backchannel:${opportunityId}`) ? 'new' : null);
  const [first, setFirst] = useState(questionBank[0]?.text ?? '');
  const remove = useMutation(trpc.backchannel.remove.mutationOptions());
  const removal = useRemoval(async (backchannelId) => {
    await remove.mutateAsync({ backchannelId });
  }, 'Answer removed');
  const shown = all.filter(({ backchannelId }) => !removal.isGone(backchannelId));
  const begin = (question: string) => {
    setFirst(question);
    setOpen('new');
  };
  return (
    <div className="flex flex-col items-start gap-4">
      {shown.length > 0 ? <p className="font-medium">{countAnswers(shown)}</p> : null}
      <ul className="w-full divide-y divide-line empty:hidden">
        {shown.map((one) => (
          <li key={one.backchannelId} id={`item-${one.backchannelId}`} className="py-3">
            {open === one.backchannelId ? (
              <BackchannelForm {...{ opportunityId, one, first }} onClose={() => close(one.backchannelId)} />
            ) : (
              <Row one={one} onEdit={() => setOpen(one.backchannelId)} onRemove={() => removal.remove(one.backchannelId)} />
            )}
          </li>
        ))}
      </ul>
      <FormFailure failure={removal.failure} />
      {open === 'new' ? <BackchannelForm {...{ opportunityId, first }} one={null} onClose={() => close('new')} /> : null}
      {open === null ? (
        <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => begin(questionBank[0]?.text ?? '')}>
          Note whom you ask
        </Button>
      ) : null}
      <Bank onChoose={begin} />
    </div>
  );
}

const tones = { yes: 'good', no: 'bad', hesitated: 'warn' } as const satisfies Record<string, ChipTone>;

type RowProps = { one: Backchannel; onEdit: () => void; onRemove: () => void };

function Row({ one, onEdit, onRemove }: RowProps) {
  const format = useFormat();
  const { contact, relation, question, askedOn, answer, words, callback, redFlag } = one;
  const entries = [
    { id: 'edit', label: 'Edit', onAct: onEdit },
    { id: 'remove', label: 'Remove', onAct: onRemove, danger: true },
  ];
  const aside = [askedOn ? format.day(askedOn) : null, callback ? callbackWords[callback] : null].filter(Boolean).join(' · ');
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium wrap-anywhere">{contact}</span>
          {relation ? <span className="text-ink-soft wrap-anywhere">{relation}</span> : null}
        </p>
        <p dir="auto" className="wrap-anywhere">
          {question}
        </p>
        {words.trim() ? (
          <blockquote
            dir="auto"
            className="mt-1 max-w-prose border-l-2 border-line-strong pl-3 whitespace-pre-wrap wrap-anywhere"
          >
            {words}
          </blockquote>
        ) : null}
        <p className="mt-1 flex flex-wrap items-center gap-2">
          {answer ? <Chip tone={tones[answer]}>{answer}</Chip> : <Chip>not answered yet</Chip>}
          {redFlag ? (
            <Chip tone="bad" icon={<Flag aria-hidden="true" />}>
              red flag
            </Chip>
          ) : null}
          {aside ? <span className="text-sm text-ink-soft">{aside}</span> : null}
        </p>
      </div>
      <Menu iconOnly label={`More: “${contact.slice(0, 60)}”`} icon={<Ellipsis aria-hidden="true" />} entries={entries} />
    </div>
  );
}

/** Questions to begin from. */
function Bank({ onChoose }: { onChoose: (question: string) => void }) {
  return (
    <section aria-label="Questions to begin from" className="w-full border-t border-line pt-4">
      <h3 className="text-base">Questions to begin from</h3>
      <ul>
        {questionBank.map(({ text, why }) => (
          <li key={text}>
            <button
              type="button"
              onClick={() => onChoose(text)}
              className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] flex-col justify-center rounded-md px-2 py-1.5 text-left hover:bg-sunken"
            >
              <span>{text}</span>
              <span className="text-sm text-ink-soft">{why}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
