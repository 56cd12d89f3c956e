export type SkeletonProps = {
  /** How many lines of the coming content to hold room for. */
  lines?: number | undefined;
  /** What is being fetched, read aloud: "your offers". */
  what?: string | undefined;
};

const widths = ['w-11/12', 'w-4/5', 'w-full', 'w-3/5', 'w-10/12'];

/** Holds the room of what is coming; still, because a pulse hurries people. */
export function Skeleton({ lines = 4, what = 'the page' }: SkeletonProps) {
  return (
    <div role="status" className="flex animate-appear flex-col gap-3 py-2">
      <span className="sr-only">Fetching {what}…</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of nothing have no other name.
        <span key={line} aria-hidden="true" className={`h-4 rounded-sm bg-sunken ${widths[line % widths.length]}`} />
      ))}
    </div>
  );
}

/** A page of which nothing is there yet. */
export function SkeletonPage({ what }: Pick<SkeletonProps, 'what'>) {
  return (
    <div className="mx-auto w-full max-w-column px-4 py-8 sm:px-8">
      <Skeleton lines={6} what={what} />
    </div>
  );
}
