import { type Change, diffWords } from '../../anchor/words.ts';
import { type Decision, no, yes } from '../../kernel/decision.ts';
import { type Script, saysTheSame } from './script.ts';

export const keepings = ['saved', 'shared', 'restored', 'accepted'] as const;
/** Why a version was kept: by hand, because it was shared, because an earlier one was taken back, or with a suggestion. */
export type Keeping = (typeof keepings)[number];

export const keepingWords: Record<Keeping, string> = {
  saved: 'Saved',
  shared: 'Shared',
  restored: 'Restored',
  accepted: 'Suggestion accepted',
};

/** A script as it stood once; it never changes. `byId`: whose suggestion was taken. */
export type ScriptVersion = Pick<Script, 'name' | 'text' | 'slots'> & { scriptId: string; why: Keeping; byId: string | null };

/** The same with its id and when it was kept (ISO). */
export type KeptVersion = ScriptVersion & { versionId: string; at: string };

/** How many versions one keeps by hand in a negotiation; what is shared or accepted is kept beyond. */
export const mostVersions = 120;

/** Whether one more may be kept by hand. */
export function canKeepVersion(count: number): Decision {
  return count < mostVersions ? yes : no(`A negotiation keeps at most ${mostVersions} versions of its scripts.`);
}

/** The newest version of a script; undefined when it has none. `versions` are oldest first. */
export function latestVersion<V extends ScriptVersion>(versions: readonly V[], scriptId: string): V | undefined {
  return versions.findLast((one) => one.scriptId === scriptId);
}

/** The scripts of which no version says what they say now: those to keep when they are shared. Empty ones are left out. */
export function listUnkept(scripts: readonly Script[], versions: readonly ScriptVersion[]): Script[] {
  return scripts.filter((script) => {
    const last = latestVersion(versions, script.id);
    return script.text.trim() !== '' && !(last && saysTheSame(last, script));
  });
}

/** The words removed and added from one version to another, values of the slots below the text. */
export function compareVersions(before: Pick<Script, 'text' | 'slots'>, after: Pick<Script, 'text' | 'slots'>): Change[] {
  const whole = ({ text, slots }: Pick<Script, 'text' | 'slots'>) =>
    [text, ...slots.filter(({ value }) => value !== '').map(({ name, value }) => `[${name}] ${value}`)].join('\n');
  return diffWords(whole(before), whole(after));
}
