export type MeterProps = {
  /** What is measured, read aloud: "Progress of net revenue retention". */
  label: string;
  /** 0..1; below and above are drawn at the ends, the words stay true. */
  value: number;
  /** The value in words: "40 %", "5 of 12 known". */
  text: string;
  /** Hide the words beside the bar (they are still read aloud). */
  textHidden?: boolean | undefined;
};

/** How much of a whole, as a bar with its figure. */
export function Meter({ label, value, text, textHidden }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap tabular-nums">
      {/* biome-ignore lint/a11y/useSemanticElements: a native meter cannot be drawn in our colours everywhere. */}
      <span
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
        className="inline-block h-2 w-24 overflow-hidden rounded-full border border-line-strong bg-sunken"
      >
        <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      {textHidden ? null : <span aria-hidden="true">{text}</span>}
    </span>
  );
}
