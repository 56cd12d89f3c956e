import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useToday } from '../../lib/time/use-today.ts';
import { useSave } from './use-save.ts';

const NextDialog = lazy(() => import('./next-dialog.tsx').then((file) => ({ default: file.NextDialog })));

type Props = { opportunityId: string; rev: number; details: OpportunityDetails };

/** The next act in full, with the press that ends it. */
export function NextCard({ opportunityId, rev, details }: Props) {
  const format = useFormat();
  const today = useToday();
  const [writing, setWriting] = useState(false);
  const { save, pending, failure } = useSave();
  const { next } = details;
  const done = () => save({ opportunityId, rev, details: { ...details, next: null } }, () => setWriting(true));
  const late = next?.on != null && next.on < today;
  return (
    <Card title="Next" level={3}>
      <div className="flex flex-col gap-3">
        {next ? (
          <p className="max-w-prose text-lg">
            {next.act}
            {next.on ? (
              <span className={`block text-base ${late ? 'text-bad' : 'text-ink-soft'}`}>
                {next.on === today ? 'today' : format.day(next.on)}
                {late ? ', overdue' : ''}
              </span>
            ) : null}
          </p>
        ) : (
          <p className="text-ink-soft">Nothing is written down. What do you do next, and by when?</p>
        )}
        <FormFailure failure={failure} />
        <div className="flex flex-wrap gap-2">
          {next ? (
            <Button kind="primary" pending={pending} onClick={done}>
              It is done
            </Button>
          ) : null}
          <Button kind={next ? 'plain' : 'primary'} onClick={() => setWriting(true)}>
            {next ? 'Change it' : 'Write it down'}
          </Button>
        </div>
      </div>
      <Suspense fallback={null}>
        {writing ? <NextDialog {...{ opportunityId, rev, details }} onClose={() => setWriting(false)} /> : null}
      </Suspense>
    </Card>
  );
}
