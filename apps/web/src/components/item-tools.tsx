import { type ComponentType, createContext, type ReactNode, use } from 'react';

export type ItemKind = 'mission' | 'offer' | 'negotiation' | 'debrief' | 'round';
export type ShareChipProps = {
  itemId: string;
  kind: ItemKind;
  /** While only the owner sees it: a button with these words instead of the chip. */
  act?: string | undefined;
};
export type ThreadMarkProps = { itemId: string; blockId: string; label: string };

export type QuotedTextProps = {
  itemId: string;
  blockId: string;
  text: string;
  /** The stretch of the text that stands here, where it is drawn in pieces. */
  part?: { start: number; end: number };
  /** What a conversation on it is listed under, when that is not the text. */
  label?: string;
};

type Tools = {
  ShareChip: ComponentType<ShareChipProps>;
  ThreadMark: ComponentType<ThreadMarkProps>;
  QuotedText: ComponentType<QuotedTextProps>;
};

const none: Tools = {
  ShareChip: () => null,
  ThreadMark: () => null,
  QuotedText: ({ text, part }) => text.slice(part?.start, part?.end),
};
const ToolsContext = createContext<Tools>(none);

/** Filled once by the app, so that a panel can show them without knowing the features behind them. */
export function ItemTools({ tools, children }: { tools: Tools; children: ReactNode }) {
  return <ToolsContext value={tools}>{children}</ToolsContext>;
}

/** "Who sees this", on every item; opens its share dialog for the owner. */
export function ShareChip(props: ShareChipProps) {
  const { ShareChip: Slot } = use(ToolsContext);
  return <Slot {...props} />;
}

/** The comment mark of one block with its count; opens the panel at that block. */
export function ThreadMark(props: ThreadMarkProps) {
  const { ThreadMark: Slot } = use(ToolsContext);
  return <Slot {...props} />;
}

/** The words of one block, in which passages can be selected and those that are talked about are marked. */
export function QuotedText(props: QuotedTextProps) {
  const { QuotedText: Slot } = use(ToolsContext);
  return <Slot {...props} />;
}
