import { diffWords } from '@parley/domain/anchor/words';
import { writeLine } from '@parley/domain/mission/line/write-line';
import { mergeMissions, takeBlock } from '@parley/domain/mission/merge';
import { listBlocks, listKeyResults, type MissionDocument } from '@parley/domain/mission/mission';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { useAsked } from '../use-lines.ts';

type Props = {
  base: MissionDocument;
  mine: MissionDocument;
  newer: MissionDocument;
  onResolve: (document: MissionDocument) => void;
};

type Side = 'mine' | 'newer';

/** The same lines were written in two places: for each, the two texts with the words that differ, and the choice. */
export function ClashList({ base, mine, newer, onResolve }: Props) {
  const asked = useAsked();
  const { document, clashes } = mergeMissions({ base, mine, newer });
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const open = clashes.filter((id) => chosen[id] === undefined);
  const choose = (id: string, side: Side) => {
    const next = { ...chosen, [id]: side };
    setChosen(next);
    if (clashes.some((one) => next[one] === undefined)) return;
    onResolve(clashes.filter((one) => next[one] === 'newer').reduce((so, one) => takeBlock(so, newer, one), document));
  };
  return (
    <section aria-label="Written in two places" className="flex flex-col gap-4 rounded-md bg-warn-soft p-4">
      <p role="alert" className="font-medium">
        {open.length === 1
          ? 'One line was written in two places. Nothing is lost: choose which one stays.'
          : `${open.length} lines were written in two places. Nothing is lost: choose which of each stays.`}
      </p>
      <ul className="flex flex-col gap-4">
        {open.map((id) => {
          const [own, other] = [sayBlock(mine, id, asked), sayBlock(newer, id, asked)];
          return (
            <li key={id} className="grid gap-2 sm:grid-cols-2">
              <Version title="Yours, here" text={own} against={other} act="Keep yours" onTake={() => choose(id, 'mine')} />
              <Version
                title="Newer, from elsewhere"
                text={other}
                against={own}
                act="Take the newer one"
                onTake={() => choose(id, 'newer')}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type VersionProps = { title: string; text: string; against: string; act: string; onTake: () => void };

/** One of the two texts; what the other one has not is marked. */
function Version({ title, text, against, act, onTake }: VersionProps) {
  const kept = diffWords(against, text).filter(({ kind }) => kind !== 'removed');
  const stretches = kept.map((stretch, at) => ({
    ...stretch,
    from: kept.slice(0, at).reduce((sum, one) => sum + one.text.length, 0),
  }));
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-raised p-3">
      <p className="text-sm text-ink-soft">{title}</p>
      <p dir="auto" className="flex-1 whitespace-pre-wrap">
        {text === '' ? <span className="text-ink-soft">empty</span> : null}
        {stretches.map(({ kind, from, text: words }) =>
          kind === 'added' ? (
            <mark key={from} className="rounded-sm bg-accent-soft font-semibold text-inherit underline decoration-accent">
              {words}
            </mark>
          ) : (
            <span key={from}>{words}</span>
          ),
        )}
      </p>
      <Button onClick={onTake} className="self-start">
        {act}
      </Button>
    </div>
  );
}

const yesNo = (is: boolean) => (is ? 'yes' : 'no');

/** All that a block says, in words. */
function sayBlock(document: MissionDocument, id: string, asked: ReturnType<typeof useAsked>): string {
  const { statement, corrections, interviewsHeld, conversation, feedback, questions, needs } = document;
  const fields: Record<string, string> = {
    statement,
    corrections,
    interviewsHeld: `Interviews held: ${interviewsHeld}`,
    conversation: conversation
      ? `Live conversation: ${conversation.channel} on ${conversation.on}`
      : 'No live conversation planned',
    feedback:
      feedback?.kind === 'question' ? feedback.question : feedback ? 'I like / I wish / I wonder' : 'No feedback asked for',
  };
  const result = listKeyResults(document).find((one) => one.id === id);
  const question = questions.find((one) => one.id === id);
  const need = needs.find((one) => one.id === id);
  if (result) return writeLine(result, asked) ?? JSON.stringify({ ...result, id: undefined });
  if (question) {
    const more = [`asked: ${yesNo(question.asked)}`, `answered: ${yesNo(question.answered)}`, question.answer];
    return [question.text, ...more].filter(Boolean).join('\n');
  }
  if (need)
    return [need.text, need.leg, need.amount ? `${need.amount.minor} ${need.amount.currency}` : ''].filter(Boolean).join('\n');
  return fields[id] ?? listBlocks(document).find((block) => block.id === id)?.label ?? '';
}
