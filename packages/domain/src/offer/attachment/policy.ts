import { pickEffectiveShares, type ShareGrant } from '../../item/reach.ts';
import { type Decision, no, yes } from '../../kernel/decision.ts';
import { mostOfAnOffer, mostOfAPerson } from './attachment.ts';

/** What is kept already, without what is about to be replaced: files of this offer, bytes of all of the person's. */
export type Kept = { here: number; bytes: number };

/** Whether one more file finds room. */
export function canKeep({ here, bytes }: Kept, size: number): Decision {
  if (here >= mostOfAnOffer) return no(`An offer keeps at most ${mostOfAnOffer} files. Remove or replace one first.`);
  if (bytes + size > mostOfAPerson) return no('All your offers together keep at most 50 MB of files. Remove one first.');
  return yes;
}

/** Whether a reader may open a file that they are shown: the offer comes first, and both openings are recorded. */
export function canOpenAttachment(isOwner: boolean, openedOffer: boolean): Decision {
  return isOwner || openedOffer ? yes : no('Open the offer first: the letter belongs to it.');
}

/**
 * Whether the shares that reach a viewer show them a file: one that counts for them says so, and was made when the file was
 * there already. What is kept later is the owner's alone until it is shared again: nobody is shown what was not chosen.
 */
export function isShown(
  shares: readonly (ShareGrant & { createdAt: Date })[],
  viewerId: string,
  now: Date,
  keptAt: Date,
): boolean {
  return pickEffectiveShares(shares, viewerId, now).some(
    ({ levels, createdAt }) => levels.letter === 'exact' && createdAt.getTime() >= keptAt.getTime(),
  );
}
