import type { ReactNode } from 'react';
import type { z } from 'zod';
import { BlockCard } from './block-card.tsx';
import { type LineKeys, TextForm } from './text-form.tsx';
import type { Edit } from './use-mission.ts';
import { useWriting } from './use-writing.ts';

type Props = LineKeys & {
  missionId: string;
  blockId: string;
  label: string;
  text: string;
  schema: z.ZodType<string, string>;
  placeholder: string;
  edit: Edit | null;
  several?: boolean | undefined;
  look?: string | undefined;
  onSave: (text: string) => void;
  children: ReactNode;
};

/** A single text of the page (the statement, the corrections), edited where it stands. */
export function ProsePanel({ missionId, blockId, label, text, edit, children, ...form }: Props) {
  const writing = useWriting();
  const place = writing.placeOf(blockId);
  return (
    <BlockCard
      missionId={missionId}
      blockId={blockId}
      label={text || label}
      edit={edit}
      onEdit={() => writing.open(blockId)}
      writing={
        place && edit ? (
          <TextForm
            {...form}
            label={label}
            draft={`mission:${missionId}:${blockId}`}
            text={text}
            isRestored={place.isRestored}
            onClose={(isLeft) => writing.close(blockId, isLeft ? blockId : undefined)}
          />
        ) : null
      }
    >
      {children}
    </BlockCard>
  );
}
