import { useLocation, useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { Failed } from '../../components/feedback/failed.tsx';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { recentFirst, useRecent } from './use-recent.ts';
import { actsFor, type Choice, choiceOf, useSearch } from './use-search.ts';

/** Everything that I may read, as I type; the arrows choose, Enter goes there. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const router = useRouter();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const search = useSearch(typed);
  const acts = actsFor(path, typed);
  const recent = useRecent();
  const all = search.data?.found ?? [];
  const found = (typed.trim() === '' ? recentFirst(all, recent) : all).map(choiceOf);
  const choices = [...found, ...acts];
  const chosen = choices[Math.min(at, choices.length - 1)];
  const go = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    router.history.push(choice.href);
  };
  const step = (by: number) => setAt((Math.min(at, choices.length - 1) + by + choices.length) % Math.max(1, choices.length));
  const keys: Record<string, () => void> = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => go(chosen) };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const count = search.data?.count ?? 0;
  return (
    <Dialog open onClose={onClose} title="Search">
      <div className="flex flex-col gap-3">
        <input
          type="search"
          role="combobox"
          aria-label="Search everything you may read"
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? optionId(id, chosen) : undefined}
          autoComplete="off"
          maxLength={120}
          className="entry"
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        {search.isError ? <Failed error={search.error} what="what you look for" retry={() => void search.refetch()} /> : null}
        <Options id={id} choices={choices} chosen={chosen} onChoose={go} />
        <p role="status" className="text-sm text-ink-soft">
          {said(typed, found.length, count, search.isFetching)}
        </p>
      </div>
    </Dialog>
  );
}

function said(typed: string, shown: number, count: number, asking: boolean): string {
  if (typed.trim() === '') return 'Where you were last, and what you can begin.';
  if (asking && shown === 0) return 'Looking…';
  if (count === 0) return 'Nothing that you may read holds these words.';
  return count > shown ? `The first ${shown} of ${count}. One more word narrows it.` : `${count} found.`;
}

const optionId = (id: string, { key }: Choice) => `${id}-${key.replaceAll(' ', '-')}`;

type OptionsProps = { id: string; choices: readonly Choice[]; chosen: Choice | undefined; onChoose: (choice: Choice) => void };

function Options({ id, choices, chosen, onChoose }: OptionsProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label="Found" className="flex max-h-[55vh] flex-col overflow-y-auto">
      {choices.map((choice) => (
        <Option
          key={choice.key}
          id={optionId(id, choice)}
          choice={choice}
          chosen={choice === chosen}
          onChoose={() => onChoose(choice)}
        />
      ))}
    </div>
  );
}

type OptionProps = { id: string; choice: Choice; chosen: boolean; onChoose: () => void };

function Option({ id, choice: { title, place, passage }, chosen, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus.
    <div
      id={id}
      ref={(node) => (chosen ? node?.scrollIntoView({ block: 'nearest' }) : undefined)}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      onClick={onChoose}
      className="min-h-11 shrink-0 cursor-pointer rounded-md px-3 py-2 wrap-anywhere hover:bg-sunken aria-selected:bg-accent-soft"
    >
      <span className="font-medium">{title}</span> <span className="text-sm text-ink-soft">{place}</span>
      {passage === '' ? null : <span className="block text-sm text-ink-soft">{passage}</span>}
    </div>
  );
}
