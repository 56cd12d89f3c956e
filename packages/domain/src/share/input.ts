import { z } from 'zod';
import { levels } from '../item/levels.ts';
import { id, instant } from '../kernel/input.ts';

/** share.options, share.get: the item that is, or will be, shared. */
export const ItemRef = z.strictObject({ itemId: id });

/** share.set: everything that the sentence before the press says. readerId null is the whole council. */
export const SetShare = z.strictObject({
  itemId: id,
  councilId: id,
  readerId: id.nullable(),
  levels,
  expiresAt: instant.nullable(),
});

/** share.revoke */
export const ShareRef = z.strictObject({ shareId: id });

/** share.listShared: what others share with me in this council. */
export const SharedIn = z.strictObject({ councilId: id });
