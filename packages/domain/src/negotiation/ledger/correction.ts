import { type Component, keyOfOther, listSaid, type Package } from '../package.ts';
import type { Earlier, KeptMove, Move, MoveContent } from './move.ts';

type Wording = Omit<Move, 'moveId' | 'cites' | 'leaned'>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What a package says about a component, to be held against another; null when it says nothing. */
function saidAbout(said: Package | null | undefined, component: Component): unknown {
  if (!said || !listSaid(said).includes(component)) return null;
  const { base, bonusPercent, signOn, equity, others, clauses = [] } = said;
  const four: Record<Component, unknown> = { base, bonusPercent, signOn, equity };
  const other = others.find(({ name }) => component === keyOfOther(name));
  return four[component] ?? other ?? clauses.find(({ about }) => about === component);
}

/** The components about which a package said something that another one says otherwise or no more. */
export function listChanged(was: Package | null | undefined, is: Package | null | undefined): Component[] {
  return was ? listSaid(was).filter((component) => !same(saidAbout(was, component), saidAbout(is, component))) : [];
}

/**
 * Whether a correction says something otherwise than it was said, or takes it away. What only adds to a move (its exact
 * words, a figure that was left out, how firm it sounded) completes it.
 */
export function isReworded(was: Wording, is: Wording): boolean {
  const fixed = was.at !== is.at || was.party !== is.party || was.kind !== is.kind || was.channel !== is.channel;
  const lost = <T>(before: T, after: T, unsaid: T) => before !== unsaid && before !== after;
  return (
    fixed ||
    lost(was.counterpart, is.counterpart, null) ||
    lost(was.words.trim(), is.words.trim(), '') ||
    lost(was.firmness, is.firmness, 'unclear') ||
    was.heard.some((one) => !is.heard.some((other) => same(one, other))) ||
    (was.about ?? []).some((part) => !(is.about ?? []).includes(part)) ||
    listChanged(was.package, is.package).length > 0 ||
    listChanged(was.second, is.second).length > 0
  );
}

function wordingOf({ at, party, kind, channel, counterpart, package: first, second, words, firmness, heard, about }: Wording) {
  return { at, party, kind, channel, counterpart, package: first, second: second ?? null, words, firmness, heard, about };
}

/** The earlier wordings of a move after a correction at `now`: one more when it says something otherwise. */
export function traceOf(before: KeptMove, next: MoveContent & { at: string }, now: Date): Earlier[] {
  if (!isReworded(before, next)) return before.earlier;
  return [...before.earlier, { until: now.toISOString(), was: wordingOf(before) }];
}
