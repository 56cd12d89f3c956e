import { Avatar } from './avatar.tsx';

/** Several people as overlapping faces, their names read as one list. */
export function Faces({ names, most = 4 }: { names: readonly string[]; most?: number }) {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  return (
    <span role="img" aria-label={names.join(', ')} className="inline-flex items-center">
      {shown.map((name) => (
        <span key={name} className="-ml-0.5 rounded-full ring-2 ring-raised first:ml-0">
          <Avatar name={name} size="small" />
        </span>
      ))}
      {more > 0 ? <span className="ml-1 text-sm text-ink-soft">+{more}</span> : null}
    </span>
  );
}
