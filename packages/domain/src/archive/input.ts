import { z } from 'zod';
import { id } from '../kernel/input.ts';
import { archiveParts, largestArchive, pieceLength } from './archive.ts';

/** archive.part */
export const ArchivePartRef = z.strictObject({ part: z.enum(archiveParts, 'Choose a part of the archive.') });

const number = z
  .int('Number the pieces from 0.')
  .min(0)
  .max(Math.ceil(largestArchive / pieceLength), 'This archive is too large.');

/** archive.send: one piece of an archive that is on its way in. */
export const SendPiece = z.strictObject({
  arrivalId: id,
  number,
  text: z.string('A piece is text.').min(1).max(pieceLength, 'This piece is too large.'),
});

/** archive.bring: all of its pieces are here. */
export const BringArchive = z.strictObject({ arrivalId: id, pieces: number.min(1) });

/** What is sealed of a piece. */
export const PieceContent = z.strictObject({ text: z.string() });
