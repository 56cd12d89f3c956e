import type { RowsOf } from '@parley/db/line';
import type { Ring } from '@parley/db/ring';
import { termLabel } from '@parley/domain/negotiation/terms/term';
import type { Findable, Searched } from '@parley/domain/search/search';
import { backchannelContent } from '../backchannel/rows.ts';
import { answerContent, helpContent } from '../help/rows.ts';
import { askContent } from '../negotiation/asks/rows.ts';
import { moveContent } from '../negotiation/ledger/rows.ts';
import { evidenceContent, objectionContent } from '../negotiation/plan/rows.ts';
import { planContent } from '../negotiation/rows.ts';
import { termContent } from '../negotiation/terms/rows.ts';
import type { HeaderOf } from '../opportunity/rows.ts';
import { helpReadable, ownBackchannel, partsReadable, plansReadable } from './part-rows.ts';
import { placeOf, wordsOf } from './text-view.ts';

export const askParts = () => ({ plans: plansReadable(), parts: partsReadable(), heard: ownBackchannel(), help: helpReadable() });

type Rows = RowsOf<ReturnType<typeof askParts>>;
type Open = Ring['open'];
type Part = Rows['parts'][number];

const lines = (...texts: string[]) => texts.join('\n');

/** A part's title and its words; figures are no words, and of a move what it said before a correction is not among them. */
function readPart(open: Open, { kind, id, ownerId: owner, rev, sealed }: Part): { title: string; text: Searched } {
  const bind = { id, owner, rev };
  if (kind === 'ask') {
    const ask = open(askContent, bind, sealed);
    return { title: ask.title, text: wordsOf(ask, ({ justification, fallback }) => lines(justification, fallback)) };
  }
  if (kind === 'objection') {
    const objection = open(objectionContent, bind, sealed);
    return { title: objection.says, text: wordsOf(objection, ({ reply }) => reply) };
  }
  if (kind === 'evidence') {
    const entry = open(evidenceContent, bind, sealed);
    return { title: entry.source, text: wordsOf(entry, ({ words, link }) => lines(words, link)) };
  }
  if (kind === 'move') {
    const move = open(moveContent, bind, sealed);
    const title = move.party === 'employer' ? 'What they said' : 'What I said';
    return { title, text: wordsOf(move, ({ words }) => words) };
  }
  const term = open(termContent, bind, sealed);
  const said = () => lines(term.spoken?.who ?? '', term.spoken?.words ?? '', term.written?.document ?? '', term.reason);
  return { title: termLabel(term), text: wordsOf(term, said) };
}

/** The scripts and the lines of negotiations, each at its place in the room. */
export function listParts(rows: Rows, open: Open, headerOf: HeaderOf): Findable[] {
  const scripts = rows.plans.flatMap(({ id, ownerId, opportunityId, rev, sealed }): Findable[] => {
    const header = headerOf({ id, ownerId, opportunityId });
    if (!header) return [];
    const within = { kind: 'negotiation' as const, id, threadId: null };
    return open(planContent, { id, owner: ownerId, rev }, sealed).scripts.map((script) => {
      const text = wordsOf(script, (one) => lines(one.text, ...one.slots.flatMap(({ name, value }) => [name, value])));
      return {
        kind: 'script',
        id: script.id,
        opportunityId,
        title: script.name,
        place: `Script · ${placeOf(header)}`,
        text,
        within,
      };
    });
  });
  const parts = rows.parts.flatMap((row): Findable[] => {
    const { kind, id, negotiationId, ownerId, opportunityId } = row;
    const header = headerOf({ id: negotiationId, ownerId, opportunityId });
    if (!header) return [];
    const place = `${partNames[kind]} · ${placeOf(header)}`;
    return [
      {
        kind,
        id,
        opportunityId,
        place,
        ...readPart(open, row),
        within: { kind: 'negotiation', id: negotiationId, threadId: null },
      },
    ];
  });
  return [...scripts, ...parts];
}

const partNames = { ask: 'Ask', objection: 'Objection', evidence: 'Evidence', move: 'Move', term: 'Term' } as const;

/** What the viewer heard through the back-channel: nobody else's search knows of it. */
export function listHeard(rows: Rows, open: Open, headerOf: (opportunityId: string) => string): Findable[] {
  return rows.heard.map(({ id, opportunityId, ownerId: owner, rev, sealed }) => {
    const heard = open(backchannelContent, { id, owner, rev }, sealed);
    const text = wordsOf(heard, ({ relation, question, words }) => lines(relation, question, words));
    const place = `Back-channel · ${headerOf(opportunityId)}`;
    return { kind: 'backchannel', id, opportunityId, title: heard.contact, place, text, within: null };
  });
}

/** Help that is asked for and answered at the viewer's tables; what is shown for ten seconds, and what was heard then, never. */
export function listHelp(rows: Rows, open: Open, councils: ReadonlyMap<string, string>): Findable[] {
  const here = rows.help.filter(({ councilId }) => councils.has(councilId));
  const asked = new Map(
    here.flatMap(({ answer, id, ownerId: owner, rev, sealed }) =>
      answer ? [] : [[id, open(helpContent, { id, owner, rev }, sealed)] as const],
    ),
  );
  return here.flatMap(({ answer, id, helpId, councilId, ownerId: owner, rev, sealed }): Findable[] => {
    const request = asked.get(helpId);
    if (!request || request.feedback === 'heard') return [];
    const said = answer ? open(answerContent, { id, owner, rev }, sealed) : request;
    const text = wordsOf(said, ({ text: words }) => words);
    const title = answer ? 'An answer' : 'Help asked for';
    const within = { kind: 'council' as const, id: councilId, threadId: null };
    return [{ kind: 'help', id, opportunityId: null, title, place: councils.get(councilId) ?? '', text, within }];
  });
}
