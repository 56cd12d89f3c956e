import { useState } from 'react';
import { drafts } from '../../lib/drafts.ts';
import { usePerson } from '../../lib/person.ts';

const isText = (line: unknown): line is string => typeof line === 'string';

/** What pastes had too much of, kept in this browser until it is let go. */
export function useLeft(missionId: string) {
  const { id: person } = usePerson();
  const name = `mission:${missionId}:left`;
  const [lines, setLines] = useState<readonly string[]>(() => {
    const held = drafts.read(person, name);
    return Array.isArray(held) ? held.filter(isText) : [];
  });
  const keep = (more: readonly string[]) => {
    const all = [...lines, ...more];
    drafts.write(person, name, all);
    setLines(all);
  };
  const letGo = () => {
    drafts.clear(person, name);
    setLines([]);
  };
  return { lines, keep, letGo };
}
