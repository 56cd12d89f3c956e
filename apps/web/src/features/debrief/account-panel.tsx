import { debriefBlocks } from '@parley/domain/debrief/debrief';
import PenLine from 'lucide-react/icons/pen-line';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { SliderField } from '../../components/form/slider-field.tsx';
import { QuotedText, ThreadMark } from '../../components/item-tools.tsx';
import { CommitCard } from './commit-card.tsx';
import { FactsForm } from './facts-form.tsx';
import { QuestionForm } from './question-form.tsx';
import type { WriteProps } from './use-autosave.ts';
import type { Debrief } from './use-debrief.ts';
import { Column } from './writing-form.tsx';

const columns = ['said', 'felt', 'inferred'] as const;
type Block = keyof typeof debriefBlocks;

type Props = {
  debrief: Debrief;
  /** The owner's: each part turns into its fields when it is touched. */
  writing?: WriteProps | undefined;
};

/** A debrief as it is read: what it was, three columns side by side, the questions, what to change. */
export function AccountPanel({ debrief, writing }: Props) {
  const { document, id } = debrief;
  const [open, setOpen] = useState<Block | 'facts' | null>(null);
  const part = (block: Block) => ({ itemId: id, block, open: open === block, ...(writing ? { onOpen: setOpen } : {}) });
  const asked = document.questions.filter((question) => question.text !== '');
  const column = (block: (typeof columns)[number] | 'change') => (
    <Part key={block} {...part(block)} fields={writing ? <Column {...writing} itemId={id} block={block} /> : null}>
      {document[block] === '' ? null : (
        <>
          <p className="max-w-prose whitespace-pre-wrap">
            <QuotedText itemId={id} blockId={block} text={document[block]} />
          </p>
          {block === 'change' && debrief.mine ? <CommitCard debriefId={id} change={document.change} /> : null}
        </>
      )}
    </Part>
  );
  return (
    <div className="flex flex-col gap-6">
      <Facts debrief={debrief} writing={writing} open={open === 'facts'} onOpen={setOpen} />
      <div className="grid gap-6 md:grid-cols-3">{columns.map(column)}</div>
      {asked.length > 0 || writing ? (
        <Part {...part('questions')} fields={writing ? <QuestionForm {...writing} itemId={id} /> : null}>
          {asked.length === 0 ? null : (
            <ul className="list-disc pl-5">
              {asked.map((question) => (
                <li key={question.id}>
                  <span className="flex items-center justify-between gap-2">
                    <span className="min-w-0 break-words">
                      <QuotedText itemId={id} blockId={question.id} text={question.text} />
                    </span>
                    <ThreadMark itemId={id} blockId={question.id} label={question.text} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Part>
      ) : null}
      {document.change !== '' || writing ? column('change') : null}
    </div>
  );
}

type FactsProps = Props & { open: boolean; onOpen: (part: 'facts' | null) => void };

function Facts({ debrief, writing, open, onOpen }: FactsProps) {
  const { document, ownerName, mine, confidenceHeld, reads } = debrief;
  const { channel, confidenceBefore, confidenceAfter } = document;
  const said = [mine ? '' : `${ownerName}’s account`, channel, ...confidenceInWords(confidenceBefore, confidenceAfter)]
    .filter(Boolean)
    .join(' · ');
  if (writing && open)
    return (
      <div className="flex flex-col gap-4">
        <FactsForm {...writing} />
        <SliderField
          label="Confidence after"
          max={10}
          ends={['0: none', '10: sure']}
          className="max-w-panel"
          value={confidenceAfter}
          onChange={(value) => writing.write({ confidenceAfter: value })}
        />
        <div>
          <Button onClick={() => onOpen(null)}>Done</Button>
        </div>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-ink-soft">
      {said === '' ? null : <p className="first-letter:uppercase">{said}</p>}
      {confidenceHeld && reads.state === 'open' ? (
        <p>How sure {ownerName} felt is shown once you have sealed your read.</p>
      ) : null}
      {writing ? (
        <Button kind="quiet" className={said === '' ? '-ml-4' : ''} onClick={() => onOpen('facts')}>
          {said === '' ? 'Add when, with whom, how' : 'Edit when, with whom, how'}
        </Button>
      ) : null}
    </div>
  );
}

function confidenceInWords(before: number | null, after: number | null): string[] {
  const given = [before === null ? '' : `${before} before`, after === null ? '' : `${after} after`].filter(Boolean);
  return given.length === 0 ? [] : [`confidence ${given.join(', ')}, of 10`];
}

type PartProps = {
  itemId: string;
  block: Block;
  open: boolean;
  onOpen?: ((part: Block | null) => void) | undefined;
  fields: ReactNode;
  children: ReactNode;
};

/** One part: text until it is touched, then its fields where it stood. */
function Part({ itemId, block, open, onOpen, fields, children }: PartProps) {
  const label = debriefBlocks[block];
  if (open && onOpen)
    return (
      <div ref={focusFirst} className="flex min-w-0 flex-col gap-2">
        {fields}
        <div>
          <Button onClick={() => onOpen(null)}>Done</Button>
        </div>
      </div>
    );
  const touch = ({ target }: MouseEvent) => {
    const own = target instanceof Element && target.closest('a, button, mark');
    if (!own && window.getSelection()?.isCollapsed !== false) onOpen?.(block);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button in it does the same for the keyboard.
    <section className={`group/part min-w-0 wrap-anywhere ${onOpen ? 'cursor-text' : ''}`} onClick={touch}>
      <div className="mb-1 flex min-h-11 items-center justify-between gap-2">
        <h4 className="text-sm font-medium text-ink-soft">{label}</h4>
        <span className="flex items-center">
          {onOpen ? (
            <IconButton
              className={resting}
              label={`Edit: ${label}`}
              icon={<PenLine aria-hidden="true" />}
              onClick={() => onOpen(block)}
            />
          ) : null}
          <ThreadMark itemId={itemId} blockId={block} label={label} />
        </span>
      </div>
      {children ?? <p className="text-ink-soft">{onOpen ? 'Nothing yet. Press to write.' : '–'}</p>}
    </section>
  );
}

/** Rests until the part has the pointer or the keyboard; under a finger it is always there. */
const resting = 'pointer-fine:opacity-0 group-focus-within/part:opacity-100 group-hover/part:opacity-100';

function focusFirst(node: HTMLElement | null): void {
  const field = node?.querySelector<HTMLElement>('textarea, input');
  field?.focus();
  // one goes on behind the last word
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
}
