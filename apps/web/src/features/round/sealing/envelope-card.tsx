import type { Counter, RoundDocument } from '@parley/domain/round/round';
import { labelOf, listInPlay, totalOfCounter } from '@parley/domain/round/round';
import Mail from 'lucide-react/icons/mail';
import MailOpen from 'lucide-react/icons/mail-open';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useFigure } from '../use-figure.ts';
import { CounterForm } from './counter-form.tsx';

type Props = { roundId: string; document: RoundDocument; own: Counter | null; what: 'package' | 'target' };

/** My own envelope: to fill, closed, opened again by me, or replaced. Nobody else can open it. */
export function EnvelopeCard({ roundId, document, own, what }: Props) {
  const [phase, setPhase] = useState<'closed' | 'opened' | 'replacing'>('closed');
  const id = useId();
  const form = { roundId, document, own, onDone: () => setPhase('closed') };
  if (!own)
    return (
      <Frame id={id} title={`My ${what}`}>
        <CounterForm {...form} act={`Seal my ${what}`} primary={what === 'package'} />
      </Frame>
    );
  if (phase === 'replacing')
    return (
      <Frame id={id} title={`Replace my ${what}`}>
        <CounterForm {...form} act="Seal it again" onCancel={() => setPhase('closed')} primary={what === 'package'} />
      </Frame>
    );
  const opened = phase === 'opened';
  const Icon = opened ? MailOpen : Mail;
  return (
    <section aria-labelledby={id} className="rounded-md border border-line-strong bg-sunken px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h4 id={id} className="inline-flex flex-1 basis-56 items-center gap-2 font-medium">
          <Icon aria-hidden="true" className="size-6 shrink-0 text-accent" />
          Your {what} is sealed. Only you can open it.
        </h4>
        <Button kind="quiet" aria-expanded={opened} onClick={() => setPhase(opened ? 'closed' : 'opened')}>
          {opened ? 'Close it' : 'Open it'}
        </Button>
        <Button onClick={() => setPhase('replacing')}>Replace it</Button>
      </div>
      {opened ? <Contents document={document} own={own} /> : null}
    </section>
  );
}

function Frame({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 rounded-md border border-line-strong px-4 py-4">
      <h4 id={id} className="font-medium">
        {title}
      </h4>
      {children}
      <p className="text-sm text-ink-soft">
        Nobody else sees it before the reveal. Until then you can replace it; afterwards its figures stay in this round, even if
        you leave the council, and only your name goes.
      </p>
    </section>
  );
}

function Contents({ document, own }: { document: RoundDocument; own: Counter }) {
  const format = useFormat();
  const figure = useFigure(document);
  const total = totalOfCounter(document, own);
  return (
    <div className="mt-3 flex flex-col gap-3 border-t border-line pt-3">
      <dl className="grid max-w-prose grid-cols-[auto_1fr] gap-x-6 gap-y-1 tabular-nums">
        {listInPlay(document).map((component) => (
          <div key={component} className="contents">
            <dt>{labelOf(document, component)}</dt>
            <dd className="font-medium">{figure(component, own.package) ?? 'abstained'}</dd>
          </div>
        ))}
        <dt>4-year total</dt>
        <dd className="font-medium">{total === null ? 'none' : format.money(total, document.currency)}</dd>
      </dl>
      {own.reason === '' ? null : <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{own.reason}</p>}
    </div>
  );
}
