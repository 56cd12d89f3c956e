const seats = [0, 60, 120, 180, 240, 300];
/** The seat that is mine: nearest to who looks. */
const mine = 180;

type TableDrawingProps = {
  /** Whose size the place decides. */
  className?: string | undefined;
};

/** What Parley is, drawn: a table, the people around it, and before each an envelope that is closed. */
export function TableDrawing({ className = '' }: TableDrawingProps) {
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" focusable="false" className={className}>
      <circle cx="120" cy="120" r="74" className="fill-accent-soft stroke-accent" strokeWidth="2" />
      {seats.map((angle) => (
        <g key={angle} transform={`rotate(${angle} 120 120)`}>
          <circle
            cx="120"
            cy="24"
            r="17"
            className={angle === mine ? 'fill-accent stroke-accent' : 'fill-raised stroke-accent'}
            strokeWidth="2"
          />
          <Envelope own={angle === mine} />
        </g>
      ))}
    </svg>
  );
}

/** Closed, its flap towards who sits before it. */
function Envelope({ own }: { own: boolean }) {
  return (
    <g className={own ? 'fill-accent stroke-on-accent' : 'fill-raised stroke-accent'} strokeWidth="2" strokeLinejoin="round">
      <rect x="104" y="60" width="32" height="22" rx="3" className="stroke-accent" />
      <path d="M105 62 L120 73 L135 62" fill="none" />
    </g>
  );
}
