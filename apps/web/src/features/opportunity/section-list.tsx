import { useSection } from './use-section.ts';

type SectionListProps = { entries: readonly { id: string; title: string }[] };

/** The slim index of a long page: stays in sight, and says where one is. */
export function SectionList({ entries }: SectionListProps) {
  const current = useSection(entries.map(({ id }) => id));
  return (
    <nav
      aria-label="Sections"
      className="overflow-x-auto border-b border-line bg-surface px-1 max-md:sticky max-md:top-0 max-md:z-20 max-sm:-mx-4 sm:px-5 max-md:sm:-mx-8"
    >
      <ul className="flex gap-1">
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent px-3 whitespace-nowrap text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
