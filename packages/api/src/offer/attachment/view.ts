import { listReaders } from '@parley/domain/item/reach';
import type { AttachmentsOf } from '@parley/domain/offer/attachment/input';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../../identity/rows.ts';
import { openSeats, sharesBeside } from '../../item/rows.ts';
import { question } from '../../read.ts';
import { attachmentsOf, isShownTo, openAttachment } from './rows.ts';

/** For the owner: what is kept with an offer, and who is shown each of it now. */
export const attachmentsQuestion = question({
  ask: ({ offerId }: z.output<typeof AttachmentsOf>) => ({
    kept: attachmentsOf(offerId),
    shares: sharesBeside(offerId),
    seats: openSeats(),
    people: knownPeople(),
  }),
  answer({ rows, open, now }) {
    const { kept, shares, seats, people } = rows;
    return kept.map((row) => {
      const here = shares.filter(({ itemId }) => itemId === row.offerId);
      const readers = listReaders(here, row.ownerId, seats, now).map(({ id }) => id);
      const shown = readers.filter((id) => isShownTo({ id, now }, row, rows));
      const names = namesOf(people, open, shown);
      return { ...openAttachment(open, row), readers: shown.map((id) => ({ id, name: names[id] ?? '' })) };
    });
  },
});
