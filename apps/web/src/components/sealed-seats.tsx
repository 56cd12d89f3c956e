type Seat = { accountId: string; name: string | null; sealed: boolean };

/** Who is asked and who has sealed: by name, without order or time. */
export function SealedSeats({ seats }: { seats: readonly Seat[] }) {
  const byName = seats.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  return (
    <ul aria-label="Who has sealed" className="flex flex-wrap gap-x-5 gap-y-1">
      {byName.map(({ accountId, name, sealed }) => (
        <li key={accountId} className="inline-flex max-w-full items-center gap-2">
          <span aria-hidden="true" className={sealed ? 'text-accent' : 'text-ink-soft'}>
            {sealed ? '●' : '○'}
          </span>
          <span className="min-w-0">{name}</span>
          <span className="shrink-0 text-sm text-ink-soft">{sealed ? 'sealed' : 'not yet'}</span>
        </li>
      ))}
    </ul>
  );
}
