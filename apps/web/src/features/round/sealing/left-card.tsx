import type { Component } from '@parley/domain/negotiation/package';
import { labelOf, type RoundDocument } from '@parley/domain/round/round';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { useFormat } from '../../../lib/format.ts';

export type LeftCardProps = {
  document: RoundDocument;
  left: readonly Component[];
  pending: boolean;
  onMine: () => void;
  onAbstain: () => void;
};

/** Asked once before sealing: whether what was left as offered is the person's own number, or no answer. */
export function LeftCard({ document, left, pending, onMine, onAbstain }: LeftCardProps) {
  const format = useFormat();
  const names = format.list(left.map((component) => labelOf(document, component)));
  const [act, it] =
    left.length === 1 ? ['Abstain from it', 'That is my number too'] : ['Abstain from them', 'They are my numbers too'];
  return (
    <Notice
      tone="warn"
      title={`Left as offered: ${names}.`}
      action={
        <div className="flex flex-wrap gap-2">
          <Button pending={pending} onClick={onAbstain}>
            {act}
          </Button>
          <Button kind="quiet" onClick={onMine}>
            {it}
          </Button>
        </div>
      }
    >
      Would you ask for just that, or can you not say?
    </Notice>
  );
}
