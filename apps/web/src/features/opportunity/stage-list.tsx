import { isEnding, liveStages, type Stage, type StageEntry, stageName } from '@parley/domain/opportunity/opportunity';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { Chip } from '../../components/chip.tsx';

type Props = {
  stage: Stage;
  /** The stages it went through; null for a reader, who learns the present one alone. */
  history: readonly StageEntry[] | null;
  /** Asks for another stage; null leaves the choice open. Absent for a reader. */
  onMove: ((to: Stage | null) => void) | null;
};

type State = 'done' | 'skipped' | 'now' | 'ahead';
const bars: Record<State, string> = {
  done: 'h-1 bg-accent',
  now: 'h-1 bg-accent',
  skipped: 'my-px h-0.5 bg-line-strong',
  ahead: 'my-px h-0.5 bg-line',
};
const spoken: Record<State, string> = { done: ' (done)', skipped: ' (skipped)', now: '', ahead: '' };

/** Where the opening stands on its way; for its owner each step is the way to it. */
export function StageList({ stage, history, onMove }: Props) {
  if (!onMove) return <Standing stage={stage} history={history} />;
  return (
    <>
      <button
        type="button"
        onClick={() => onMove(null)}
        aria-label={`Stage: ${stageName(stage)}. Move it`}
        className={`-ml-2 inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-md px-2 font-medium hover:bg-sunken lg:min-h-9 ${isEnding(stage) ? '' : 'lg:hidden'}`}
      >
        <Standing stage={stage} history={history} />
        <ChevronDown aria-hidden="true" className="size-4 text-ink-soft" />
      </button>
      {isEnding(stage) ? <span className="flex-1 max-lg:hidden" /> : <Steps stage={stage} history={history} onMove={onMove} />}
    </>
  );
}

const order: readonly Stage[] = liveStages;

function stateOf(step: Stage, { stage, history }: Pick<Props, 'stage' | 'history'>): State {
  const away = order.indexOf(step) - order.indexOf(stage);
  if (away === 0) return 'now';
  if (away > 0) return 'ahead';
  return !history || history.some((entry) => entry.stage === step) ? 'done' : 'skipped';
}

function Standing({ stage, history }: Pick<Props, 'stage' | 'history'>) {
  if (isEnding(stage)) return <Chip tone={stage === 'accepted' ? 'good' : 'plain'}>{stageName(stage)}</Chip>;
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="flex w-11 items-center gap-0.5 sm:w-16">
        {liveStages.map((step) => (
          <span key={step} className={`flex-1 rounded-full ${bars[stateOf(step, { stage, history })]}`} />
        ))}
      </span>
      {stageName(stage)}
    </span>
  );
}

function Steps({ stage, history, onMove }: Pick<Props, 'stage' | 'history'> & { onMove: (to: Stage | null) => void }) {
  return (
    <ol aria-label="Stage" className="-ml-1 flex min-w-0 flex-1 max-lg:hidden">
      {liveStages.map((step) => {
        const state = stateOf(step, { stage, history });
        return (
          <li key={step} aria-current={state === 'now' ? 'step' : undefined} className="min-w-fit flex-auto">
            <button
              type="button"
              disabled={state === 'now'}
              onClick={() => onMove(step)}
              className={`flex min-h-9 w-full flex-col justify-center gap-0.5 rounded-sm px-1 text-left text-sm ${state === 'now' ? 'font-semibold' : 'text-ink-soft hover:bg-sunken hover:text-ink'}`}
            >
              <span aria-hidden="true" className={`w-full rounded-full ${bars[state]}`} />
              {stageName(step)}
              <span className="sr-only">{spoken[state]}</span>
            </button>
          </li>
        );
      })}
      <li className="flex-none">
        <button
          type="button"
          onClick={() => onMove('declined')}
          className="flex min-h-9 items-end rounded-sm px-2 pb-1.5 text-sm text-ink-soft hover:bg-sunken hover:text-ink"
        >
          End
        </button>
      </li>
    </ol>
  );
}
