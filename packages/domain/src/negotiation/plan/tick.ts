import type { Playbook } from './playbook.ts';
import { situationPlaybooks } from './situation-playbook.ts';
import { stagePlaybooks } from './stage-playbook.ts';

const lineIds = new Set(
  [...Object.values(stagePlaybooks), ...Object.values(situationPlaybooks)].flatMap((one) => one.lines.map(({ id }) => id)),
);

/** Whether a tick belongs to a line that there is. */
export function isPlayLine(id: string): boolean {
  return lineIds.has(id);
}

const ownLine = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a tick can be kept under this key: a line of ours, or the id of a line in a council's own list. */
export function isTickKey(key: string): boolean {
  return isPlayLine(key) || ownLine.test(key);
}

/** How far a checklist is ticked. */
export function countTicked({ lines }: Playbook, ticks: readonly string[]): { done: number; of: number } {
  return { done: lines.filter(({ id }) => ticks.includes(id)).length, of: lines.length };
}
