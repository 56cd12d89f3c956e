import { debriefBlocks } from '@parley/domain/debrief/debrief';
import type { ReactNode } from 'react';
import { ThreadMark } from '../../components/item-tools.tsx';
import { CommitCard } from './commit-card.tsx';
import type { Debrief } from './use-debrief.ts';

const columns = ['said', 'felt', 'inferred'] as const;

/** A debrief as it is read. */
export function AccountPanel({ debrief }: { debrief: Debrief }) {
  const { document, id, ownerName, mine } = debrief;
  const { channel, confidenceBefore, confidenceAfter, questions, change } = document;
  const asked = questions.filter((question) => question.text !== '');
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-soft">
        {[mine ? '' : `${ownerName}’s account`, channel, ...confidenceInWords(confidenceBefore, confidenceAfter)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="grid gap-5 md:grid-cols-3">
        {columns.map((block) => (
          <Block key={block} itemId={id} block={block}>
            {document[block] === '' ? null : <p className="whitespace-pre-wrap">{document[block]}</p>}
          </Block>
        ))}
      </div>
      {asked.length > 0 ? (
        <Block itemId={id} block="questions">
          <ul className="list-disc pl-5">
            {asked.map((question) => (
              <li key={question.id}>{question.text}</li>
            ))}
          </ul>
        </Block>
      ) : null}
      {change === '' ? null : (
        <Block itemId={id} block="change">
          <p className="whitespace-pre-wrap">{change}</p>
          {mine ? <CommitCard debriefId={id} change={change} /> : null}
        </Block>
      )}
    </div>
  );
}

function confidenceInWords(before: number | null, after: number | null): string[] {
  const given = [before === null ? '' : `${before} before`, after === null ? '' : `${after} after`].filter(Boolean);
  return given.length === 0 ? [] : [`confidence ${given.join(', ')}, of 10`];
}

function Block({ itemId, block, children }: { itemId: string; block: keyof typeof debriefBlocks; children: ReactNode }) {
  const label = debriefBlocks[block];
  return (
    <section className="min-w-0 wrap-anywhere">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h4 className="text-sm font-medium text-ink-soft">{label}</h4>
        <ThreadMark itemId={itemId} blockId={block} label={label} />
      </div>
      {children ?? <p className="text-ink-soft">–</p>}
    </section>
  );
}
