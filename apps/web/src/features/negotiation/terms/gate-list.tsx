import type { Gate, Missing } from '@parley/domain/negotiation/terms/gate';
import { compareValues } from '@parley/domain/negotiation/terms/term';
import { Delta } from '../../../components/delta.tsx';
import { useTermWords } from './use-term-words.ts';

/** What keeps the gate shut, each with its difference; what nobody agreed to is named and holds nothing up. */
export function MissingList({ gate }: { gate: Gate }) {
  const { format } = useTermWords();
  return (
    <>
      {gate.missing.length > 0 ? (
        <div>
          <p className="font-medium">Before you accept:</p>
          <MissingRows missing={gate.missing} />
        </div>
      ) : null}
      {gate.proposed.length > 0 ? (
        <p className="max-w-prose text-ink-soft">
          Nobody agreed to {format.list(gate.proposed.map((label) => `“${label}”`))}:{' '}
          {gate.proposed.length === 1 ? 'it falls' : 'they fall'} away when you accept.
        </p>
      ) : null}
    </>
  );
}

/** One line for each thing missing. */
export function MissingRows({ missing }: { missing: readonly Missing[] }) {
  return (
    <ul className="list-disc pl-5">
      {missing.map((one) => (
        <li key={`${one.label} ${one.why}`}>
          <MissingRow missing={one} />
        </li>
      ))}
    </ul>
  );
}

function MissingRow({ missing }: { missing: Missing }) {
  const words = useTermWords();
  const said = (
    <>
      <span className="font-medium">{missing.label}</span>: {words.value(missing.said)} was said,{' '}
    </>
  );
  if (missing.why === 'verbal') return <>{said}no letter confirms it.</>;
  const found = words.difference(compareValues(missing.said, missing.written));
  return (
    <>
      {said}the letter says {words.value(missing.written)}
      {found ? <>: {found.by === 0 ? found.text : <Delta value={found.by}>{found.text}</Delta>}</> : null}.
    </>
  );
}
