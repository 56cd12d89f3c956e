import { z } from 'zod';
import { civilDate, currency, id, line, minor, optionalLine, prose, revision } from '../../kernel/input.ts';
import { largestAmount } from '../package.ts';
import { webAddress } from './evidence.ts';

const sayLink = 'Give an address that starts with https:// or http://.';

/** Only http and https: a link is for opening a page, nothing else. */
const link = optionalLine(500, 'the link').refine((text) => text === '' || webAddress(text) !== null, sayLink);

export const EvidenceFields = z.strictObject({
  source: line(200, 'where it comes from'),
  on: civilDate.nullable(),
  figure: z.strictObject({ amount: minor.max(largestAmount, 'This amount is too large.'), currency }).nullable(),
  link,
  words: prose(1000, 'what it says'),
});

export const CreateEvidence = z.strictObject({ negotiationId: id, evidence: EvidenceFields });
export const SaveEvidence = z.strictObject({ evidenceId: id, rev: revision, evidence: EvidenceFields });
export const RemoveEvidence = z.strictObject({ evidenceId: id });
