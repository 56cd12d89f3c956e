import type { Bound } from '@parley/db/statement';
import type { Anchor } from '@parley/domain/anchor/anchor';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import { blockText, writeBlock } from '@parley/domain/mission/block';
import { missionDocument } from '@parley/domain/mission/input';
import { Scripts } from '@parley/domain/negotiation/script/input';
import { saysTheSame, writeScript } from '@parley/domain/negotiation/script/script';
import { latestVersion } from '@parley/domain/negotiation/script/version';
import { placeSuggestion, takeWords } from '@parley/domain/suggestion/suggestion';
import type { z } from 'zod';
import { holdMissionUnder, missionContent, openMission, replaceMission } from '../mission/rows.ts';
import { keepMissionVersion } from '../mission/versions/act.ts';
import { holdNegotiationUnder, replacePlan } from '../negotiation/change-rows.ts';
import { openNegotiation, planContent } from '../negotiation/rows.ts';
import { keepScriptVersion } from '../negotiation/script/act.ts';
import { openScriptVersions, scriptVersionsUnder } from '../negotiation/script/rows.ts';
import type { Facts } from '../write.ts';

/** What a conversation can hang on that takes words: a mission, or the scripts of a negotiation. One of them is there. */
export const textFacts = (threadId: string) => ({
  mission: holdMissionUnder(threadId),
  negotiation: holdNegotiationUnder(threadId),
  versions: scriptVersionsUnder(threadId),
});
type Given = Facts<ReturnType<typeof textFacts>>;

type About = { blockId: string; quote: Anchor | null; ownerId: string; starterId: string };
type Wanted = { seen: string; words: string };
type Written = { changes: Bound<unknown>[]; rev: number; versionId: string };

const gone = 'These words have changed since you looked. Look again, and take what still fits.';

/** The text with the words in the place of the quote; refused when what stands there is not what the owner saw. */
function put(text: string | undefined, { quote }: About, { seen, words }: Wanted): string {
  const place = quote && placeSuggestion(quote, text);
  if (!place || text === undefined || place.words !== seen) throw conflict(null, gone);
  return takeWords(text, place, words);
}

/** The text under its own rules; what breaks them is said beside the words. */
function underRules<T extends z.ZodType>(rules: T, value: unknown): z.output<T> {
  const written = rules.safeParse(value);
  if (!written.success) throw invalid('words', written.error.issues[0]?.message ?? gone);
  return written.data;
}

/** Whose suggestion it was; nobody's where the owner made it. */
const creditOf = ({ ownerId, starterId }: About) => (starterId === ownerId ? null : starterId);

function intoMission(given: Given, row: Given['rows']['mission'][number], about: About, wanted: Wanted): Written {
  const { missionId, ownerId, rev, state, document: before } = openMission(given.open, row);
  const text = put(blockText(before, about.blockId), about, wanted);
  const document = underRules(missionDocument, writeBlock(before, about.blockId, text));
  const sealed = given.seal(missionContent, { id: missionId, owner: ownerId, rev: rev + 1 }, document);
  const version = keepMissionVersion(given, missionId, { document, why: 'accepted', word: '', byId: creditOf(about) });
  return {
    changes: [replaceMission(missionId, rev, state, sealed, given.now), version.change],
    rev: rev + 1,
    versionId: version.id,
  };
}

/** What stood is kept first unless a version says it: an accept may take a slot away, and what was filled in with it. */
function intoScript(given: Given, about: About, wanted: Wanted): Written {
  const { negotiationId, ownerId, rev, plan } = openNegotiation(given.open, given.rows.negotiation);
  const before = plan.scripts.find(({ id }) => id === about.blockId);
  const text = put(before?.text, about, wanted);
  const scripts = underRules(Scripts, writeScript(plan.scripts, about.blockId, text));
  const after = scripts.find(({ id }) => id === about.blockId);
  if (!before || !after) throw notFound();
  const sealed = given.seal(planContent, { id: negotiationId, owner: ownerId, rev: rev + 1 }, { ...plan, scripts });
  const version = { scriptId: after.id, name: after.name };
  const latest = latestVersion(openScriptVersions(given.open, given.rows.versions), before.id);
  const stood = { ...version, text: before.text, slots: before.slots, why: 'saved', byId: null } as const;
  const taken = { ...version, text: after.text, slots: after.slots, why: 'accepted', byId: creditOf(about) } as const;
  const kept = latest && saysTheSame(latest, before) ? [] : [keepScriptVersion(given, negotiationId, stood).change];
  const { id, change } = keepScriptVersion(given, negotiationId, taken);
  return {
    changes: [replacePlan(negotiationId, rev, sealed, given.now), ...kept, change],
    rev: rev + 1,
    versionId: id,
  };
}

/** The next revision of the text with the words in it, and a version in the name of who suggested them. */
export function takeInto(given: Given, about: About, wanted: Wanted): Written {
  const [mission] = given.rows.mission;
  return mission ? intoMission(given, mission, about, wanted) : intoScript(given, about, wanted);
}
