import { type CharterBlock, charterBlocks } from '@parley/domain/council/charter';

/** The charter as it reads: headings, lists, paragraphs. `level` is the level of its title in the page. */
export function CharterPanel({ text, level = 3 }: { text: string; level?: 2 | 3 }) {
  return (
    <div className="flex max-w-prose flex-col gap-3">
      {charterBlocks(text).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is read has no other names for its blocks.
        <Block key={at} block={block} level={level} />
      ))}
    </div>
  );
}

function Block({ block, level }: { block: CharterBlock; level: 2 | 3 }) {
  const Title = `h${level}` as const;
  const Heading = level === 2 ? 'h3' : 'h4';
  if (block.kind === 'list') {
    const List = block.numbered ? 'ol' : 'ul';
    return (
      <List className={`flex flex-col gap-1 pl-5 ${block.numbered ? 'list-decimal' : 'list-disc'}`}>
        {block.entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <li key={at}>{entry}</li>
        ))}
      </List>
    );
  }
  if (block.kind === 'title') return <Title className="text-lg">{block.text}</Title>;
  if (block.kind === 'heading') return <Heading className="mt-2 font-semibold">{block.text}</Heading>;
  return <p>{block.text}</p>;
}
