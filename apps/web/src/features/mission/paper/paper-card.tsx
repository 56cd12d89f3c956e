import type { KeyResult } from '@parley/domain/mission/mission';
import { type PaperWords, sayProof, wayOf } from '@parley/domain/mission/paper/markdown';
import { type Paper, type PaperSize, textSizeOf } from '@parley/domain/mission/paper/paper';
import type { CSSProperties, ReactNode } from 'react';
import './paper.css';

type Props = { paper: Paper; size: PaperSize; words: PaperWords };

/** The mission as it lies on paper: one page, in ink, with no trace of who read it before. */
export function PaperCard({ paper, size, words }: Props) {
  const look: CSSProperties & Record<'--points', number> = { '--points': textSizeOf(paper, size) };
  return (
    <article
      aria-label="The page"
      data-paper={size}
      style={look}
      className="paper mx-auto w-full max-w-[210mm] border border-line print:max-w-none print:border-0"
    >
      <p className="text-ink-soft">{paper.role}</p>
      <h2 dir="auto" className="mb-[0.8em] max-w-[38em] text-[1.55em] leading-tight whitespace-pre-wrap">
        {paper.statement}
      </h2>
      {paper.objectives.map(({ id, title, keyResults }) => (
        <section key={id} className="mb-[1.1em]">
          <h3 dir="auto" className="mb-[0.25em] text-[1.15em] leading-snug">
            {title}
          </h3>
          <Results keyResults={keyResults} words={words} />
        </section>
      ))}
      <List title="What it takes">
        {paper.needs.map(({ id, text, amount, proof }) => (
          <li key={id} dir="auto">
            {text}
            {amount ? <span className="tabular-nums">{` (${words.money(amount)})`}</span> : null}
            <Proven proof={proof} />
          </li>
        ))}
      </List>
      <List title="Questions">
        {paper.questions.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </List>
    </article>
  );
}

function Results({ keyResults, words }: { keyResults: readonly KeyResult[]; words: PaperWords }) {
  if (keyResults.length === 0) return null;
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="sr-only">
        <tr>
          <th>Key result</th>
          <th>From and to</th>
          <th>By</th>
        </tr>
      </thead>
      <tbody>
        {keyResults.map((result) => {
          const { way, by } = wayOf(result, words);
          return (
            <tr key={result.id} className="border-t border-line align-baseline">
              <td dir="auto" className="py-[0.2em] pe-[1em]">
                {result.metric}
                <Proven proof={result.proof} />
              </td>
              <td className="w-[26%] py-[0.2em] pe-[1em] text-right tabular-nums">{way}</td>
              <td className="w-[24%] py-[0.2em] text-ink-soft tabular-nums">{by}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the line rests on, below it. */
function Proven({ proof }: Pick<KeyResult, 'proof'>) {
  return proof ? (
    <span dir="auto" className="block text-ink-soft">
      {sayProof(proof.words)}
    </span>
  ) : null;
}

function List({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section className="mb-[1.1em]">
      <h3 className="mb-[0.25em] text-[1.15em] leading-snug">{title}</h3>
      <ul className="list-disc ps-[1.2em]">{children}</ul>
    </section>
  );
}
