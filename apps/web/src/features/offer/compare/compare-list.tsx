import Eye from 'lucide-react/icons/eye';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import type { useOpening } from '../sharing/use-opening.ts';
import type { useSharedOffers } from './use-compare.ts';

type Own = { offerId: string; role: string; employer: string; number: number; stage: string; currency: string };
type Shared = ReturnType<typeof useSharedOffers>['offers'][number];

type Props = {
  own: readonly Own[];
  shared: readonly Shared[];
  chosen: readonly string[];
  opening: ReturnType<typeof useOpening>;
  isFull: boolean;
  onToggle: (offerId: string) => void;
};

/** Which offers lie side by side. Somebody else's is opened by a press, because its owner sees that. */
export function CompareList({ own, shared, chosen, opening, isFull, onToggle }: Props) {
  return (
    <Card title="Offers" aside={isFull ? <span className="text-sm text-ink-soft">four at most</span> : null}>
      {own.map(({ offerId, role, employer, number, stage, currency }) => (
        <Checkbox
          key={offerId}
          label={`${employer}, ${role}`}
          hint={`mine, v${number} ${stage}, ${currency}`}
          checked={chosen.includes(offerId)}
          disabled={isFull && !chosen.includes(offerId)}
          onChange={() => onToggle(offerId)}
        />
      ))}
      {shared.length > 0 ? (
        <ul className={own.length > 0 ? 'mt-2 border-t border-line pt-2' : ''} aria-label="Shared with me">
          {shared.map((line) => (
            <SharedLine key={line.itemId} line={line} opening={opening} isFull={isFull} />
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

function SharedLine({ line, opening, isFull }: { line: Shared; opening: Props['opening']; isFull: boolean }) {
  const { itemId, ownerName, employer, role, shows } = line;
  const view = opening.views[itemId];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-1">
      <span>
        {ownerName}’s: {employer}, {role}
        <span className="block text-sm text-ink-soft">
          {view === undefined
            ? `${shows ?? 'shared'}; ${ownerName} will see that you opened it`
            : `${ownerName} sees that you opened it`}
          {view === 'nothing' ? '; nothing is on record yet' : ''}
        </span>
      </span>
      {view === undefined ? (
        <Button
          icon={<Eye aria-hidden="true" />}
          pending={opening.pending}
          why={isFull ? 'You are already comparing four.' : null}
          onClick={() => opening.open(itemId)}
        >
          Open and compare
        </Button>
      ) : (
        <Button kind="quiet" className="-ml-4 sm:ml-0" onClick={() => opening.close(itemId)}>
          Remove
        </Button>
      )}
    </li>
  );
}
