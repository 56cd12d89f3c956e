import type { MissionDocument } from '@parley/domain/mission/mission';
import { type PaperWords, writeMarkdown } from '@parley/domain/mission/paper/markdown';
import { type PaperChoice, type PaperSize, paperIn, paperOf } from '@parley/domain/mission/paper/paper';
import { useEffect, useMemo, useState } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';

/** The page that leaves the house: what is on it, on which paper, and the same as Markdown. */
export function usePaper(document: MissionDocument, role: string) {
  const format = useFormat();
  const { locale } = usePerson();
  const [size, setSize] = useState<PaperSize>(paperIn(locale));
  const [choice, setChoice] = useState<PaperChoice>({ needs: true, proofs: true, questions: true });
  const words = useMemo<PaperWords>(
    () => ({ number: format.number, date: format.date, money: ({ minor, currency }) => format.money(minor, currency) }),
    [format],
  );
  const paper = useMemo(() => paperOf(document, role, choice), [document, role, choice]);
  const markdown = useMemo(() => writeMarkdown(paper, words), [paper, words]);
  useBareTitle(role);
  return { paper, words, markdown, size, setSize, choice, setChoice };
}

/** A print is called by its title: while it is made, the window is called after the role alone. */
function useBareTitle(role: string): void {
  useEffect(() => {
    let before = '';
    const bare = () => {
      before = window.document.title;
      window.document.title = role;
    };
    const back = () => {
      window.document.title = before;
    };
    window.addEventListener('beforeprint', bare);
    window.addEventListener('afterprint', back);
    return () => {
      window.removeEventListener('beforeprint', bare);
      window.removeEventListener('afterprint', back);
    };
  }, [role]);
}
