import type { Mentionable } from '@parley/domain/thread/mention';
import type { useMention } from './use-mention.ts';

export type MentionListProps = Pick<ReturnType<typeof useMention>, 'offered' | 'marked' | 'listId' | 'choose'>;

/** Only people who can read the item are here. */
export function MentionList({ offered, marked, listId, choose }: MentionListProps) {
  if (offered.length === 0) return null;
  const entry = (person: Mentionable) => (
    <div
      key={person.id}
      id={`${listId}-${person.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={person.id === marked?.id}
      onMouseDown={(event) => {
        event.preventDefault();
        choose(person);
      }}
      className="flex min-h-11 cursor-pointer items-center rounded-sm px-3 aria-selected:bg-accent-soft"
    >
      {person.name}
    </div>
  );
  return (
    <div id={listId} role="listbox" aria-label="Mention" className="rounded-md border border-line bg-raised p-1 shadow-float">
      {offered.map(entry)}
    </div>
  );
}
