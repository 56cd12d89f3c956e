import { z } from 'zod';
import { id, line, list, optionalLine, prose } from '../../kernel/input.ts';
import { cited, ofNegotiation } from '../input.ts';
import { firstScript, mostScripts } from './script.ts';
import { keepings } from './version.ts';

const slot = z.strictObject({ name: line(40, 'the name of the slot'), value: optionalLine(300, 'the words for the slot') });

const scriptId = z.union([z.literal(firstScript.id), id]);

const words = {
  name: line(60, 'the name of the script'),
  text: prose(6000, 'the script'),
  slots: list(slot, 30, 'slots'),
};

/** A script as it comes over the wire and as it is kept in the plan. */
const Script = z.strictObject({ id: scriptId, ...words, cites: cited.nullable().default(null) });

export const Scripts = list(Script, mostScripts, 'scripts').refine(
  (scripts) => new Set(scripts.map((one) => one.id)).size === scripts.length,
  'A script stands here twice.',
);

/** The script of a plan that has one, as it was kept. */
export const OnlyScript = z.strictObject({ text: words.text, slots: words.slots, cites: cited.nullable().default(null) });

/** A version as it is kept; one from before suggestions names nobody. */
export const VersionContent = z.strictObject({
  scriptId,
  ...words,
  why: z.enum(keepings),
  byId: id.nullable().default(null),
});

/** script.versions */
export const VersionsOf = z.strictObject(ofNegotiation);

/** script.keep: what the script says now, or again. */
export const KeepVersion = z.strictObject({
  ...ofNegotiation,
  version: z.strictObject({ scriptId, ...words, why: z.enum(['saved', 'restored']) }),
});
