import type { ReactNode } from 'react';
import { useState } from 'react';
import type { z } from 'zod';
import { BlockCard } from './block-card.tsx';
import { TextForm } from './text-form.tsx';
import type { Edit } from './use-mission.ts';

type Props = {
  missionId: string;
  blockId: string;
  label: string;
  text: string;
  schema: z.ZodType<string, string>;
  placeholder: string;
  edit: Edit | null;
  several?: boolean | undefined;
  onSave: (text: string) => void;
  children: ReactNode;
};

/** A single text of the page (the statement, the corrections), edited where it stands. */
export function ProsePanel({ missionId, blockId, label, text, schema, placeholder, edit, several, onSave, children }: Props) {
  const [writing, setWriting] = useState(false);
  if (writing && edit)
    return (
      <TextForm
        label={label}
        draft={`mission:${missionId}:${blockId}`}
        text={text}
        schema={schema}
        placeholder={placeholder}
        several={several}
        onSave={onSave}
        onClose={() => setWriting(false)}
      />
    );
  return (
    <BlockCard missionId={missionId} blockId={blockId} label={text || label} onEdit={edit ? () => setWriting(true) : undefined}>
      {children}
    </BlockCard>
  );
}
