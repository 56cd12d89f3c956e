import type { HelpAnswer, ReadRequest } from '@parley/domain/help/help';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Trash2 from 'lucide-react/icons/trash-2';
import { Avatar } from '../../components/avatar.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import { useFormat } from '../../lib/format.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { useOpened } from '../../lib/use-revised.ts';
import { AnswerForm } from './answer-form.tsx';
import { HeardPanel } from './heard-panel.tsx';
import { feedbackWords, HelpForm } from './help-form.tsx';
import { SettleForm } from './settle-form.tsx';

type Props = {
  councilId: string;
  request: ReadRequest;
  names: Readonly<Record<string, string>>;
  viewerId: string;
  onRemove: (helpId: string) => void;
  onDrop: (answerId: string) => void;
  isGone: (id: string) => boolean;
};

/** One request with its answers, and the one act that it calls for: of others an answer, of who asked its end. */
export function HelpCard(props: Props) {
  const { councilId, request, names, viewerId, isGone, onDrop } = props;
  const { helpId, askerId, answers } = request;
  const mine = askerId === viewerId;
  const opened = useOpened(useHeld(`help-answer:${helpId}`) ? 'answer' : null);
  const close = () => opened.setOpen(null);
  if (opened.open === 'edit') return <HelpForm councilId={councilId} request={request} onClose={close} />;
  return (
    <div className="flex flex-col gap-3">
      <Head {...props} onEdit={() => opened.setOpen('edit')} onSettle={() => opened.setOpen('settle')} />
      <ul className="flex flex-col gap-3 border-l-2 border-line pl-4 empty:hidden">
        {answers
          .filter(({ answerId }) => !isGone(answerId))
          .map((answer) => (
            <li key={answer.answerId}>
              <Answer
                answer={answer}
                name={names[answer.authorId] ?? 'Somebody who left'}
                mine={answer.authorId === viewerId}
                onDrop={onDrop}
              />
            </li>
          ))}
      </ul>
      {opened.open === 'answer' ? (
        request.unheard ? (
          <HeardPanel helpId={helpId} onClose={close} />
        ) : (
          <AnswerForm helpId={helpId} onClose={close} />
        )
      ) : null}
      {opened.open === 'settle' ? <SettleForm request={request} onClose={close} /> : null}
      {opened.open === null && request.settledAt === null ? (
        <div>
          <Button kind="quiet" className="-ml-4" onClick={() => opened.setOpen(mine && answers.length > 0 ? 'settle' : 'answer')}>
            {mine
              ? answers.length > 0
                ? 'Say whether it changed anything'
                : 'Add to it'
              : request.unheard
                ? 'Hear it'
                : 'Answer'}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type HeadProps = Props & { onEdit: () => void; onSettle: () => void };

function Head({ request, names, viewerId, onEdit, onSettle, onRemove }: HeadProps) {
  const format = useFormat();
  const { askerId, text, length, feedback, at, settledAt, verdict } = request;
  const name = askerId === viewerId ? 'You' : (names[askerId] ?? '');
  const entries = [
    ...(settledAt === null ? [{ id: 'edit', label: 'Edit', onAct: onEdit }] : []),
    { id: 'settle', label: settledAt === null ? 'Close the request' : 'Say it anew', onAct: onSettle },
    { id: 'remove', label: 'Remove', onAct: () => onRemove(request.helpId), danger: true },
  ];
  return (
    <div className="flex items-start gap-3">
      <Avatar name={names[askerId] ?? ''} />
      <div className="min-w-0 flex-1">
        <p className="text-sm text-ink-soft">
          <span className="font-medium text-ink">{name}</span> · {format.instant(at)}
        </p>
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
          {request.unheard ? 'One sentence, shown to you for ten seconds. Then you write what you heard.' : text}
        </p>
        <p className="mt-2 flex flex-wrap gap-2">
          <Chip tone="accent">{feedbackWords[feedback]}</Chip>
          {settledAt === null ? <Chip>{length === 'short' ? 'Short' : 'Long'}</Chip> : null}
          {verdict ? (
            <Chip tone={verdict.changed ? 'good' : 'plain'}>{verdict.changed ? 'Changed something' : 'Changed nothing'}</Chip>
          ) : null}
        </p>
        {verdict?.what ? <p className="mt-1 max-w-prose text-ink-soft wrap-anywhere">{verdict.what}</p> : null}
      </div>
      {askerId === viewerId ? (
        <Menu iconOnly label={`More: “${text.slice(0, 60)}”`} icon={<Ellipsis aria-hidden="true" />} entries={entries} />
      ) : null}
    </div>
  );
}

type AnswerProps = { answer: HelpAnswer; name: string; mine: boolean; onDrop: (answerId: string) => void };

function Answer({ answer: { answerId, text }, name, mine, onDrop }: AnswerProps) {
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium">{mine ? 'You' : name}</p>
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{text}</p>
      </div>
      {mine ? (
        <IconButton label="Take this answer back" icon={<Trash2 aria-hidden="true" />} onClick={() => onDrop(answerId)} />
      ) : null}
    </div>
  );
}
