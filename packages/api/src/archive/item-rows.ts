import { outcomes } from '@parley/domain/debrief/debrief';
import { itemKinds } from '@parley/domain/item/item';
import { missionStates } from '@parley/domain/mission/mission';
import { outcomeKinds } from '@parley/domain/negotiation/outcome/outcome';
import { termStates } from '@parley/domain/negotiation/terms/term';
import { offerStages } from '@parley/domain/offer/offer';
import { stages } from '@parley/domain/opportunity/opportunity';
import { roundStates } from '@parley/domain/round/round';
import { backchannelContent } from '../backchannel/rows.ts';
import { debriefContent, readContent } from '../debrief/rows.ts';
import { keepsakeContent } from '../landing/rows.ts';
import { missionContent } from '../mission/rows.ts';
import { missionVersionContent } from '../mission/versions/rows.ts';
import { askContent } from '../negotiation/asks/rows.ts';
import { moveContent } from '../negotiation/ledger/rows.ts';
import { outcomeContent } from '../negotiation/outcome/rows.ts';
import { evidenceContent, objectionContent } from '../negotiation/plan/rows.ts';
import { walkAwayContent } from '../negotiation/plan/walk-away-rows.ts';
import { planContent } from '../negotiation/rows.ts';
import { versionContent as scriptContent } from '../negotiation/script/rows.ts';
import { termContent } from '../negotiation/terms/rows.ts';
import { attachmentContent } from '../offer/attachment/rows.ts';
import { versionContent } from '../offer/rows.ts';
import { frameContent } from '../opportunity/deadline-rows.ts';
import { opportunityContent } from '../opportunity/rows.ts';
import { counterContent, roundContent } from '../round/rows.ts';
import { at, empty, flag, id, keep, number, on, oneOf, since, words } from './rows.ts';

const mine = 't.owner_id = viewer()';
const returns = { own: ['owner_id'] };
const onNegotiation = { ...returns, on: 'negotiationId' };

/** The search itself: what was pursued, since when, and how far it came. */
export const opportunityTables = [
  keep('item', { id, kind: oneOf('item_kind', itemKinds), opportunityId: id, createdAt: at }, { mine, returns }),
  keep(
    'opportunity',
    { id, rev: number, stage: oneOf('stage', stages), updatedAt: at },
    { content: opportunityContent, mine, returns: { ...returns, on: 'id' } },
  ),
  keep(
    'stage_change',
    { id, opportunityId: id, stage: oneOf('stage', stages), on, at },
    { mine, returns: { ...returns, on: 'opportunityId' } },
  ),
  keep(
    'backchannel',
    { id, opportunityId: id, rev: number, createdAt: at },
    { content: backchannelContent, mine, returns: { ...returns, on: 'opportunityId' } },
  ),
  keep(
    'keepsake',
    { id, opportunityId: id, createdAt: at },
    { content: keepsakeContent, mine, returns: { ...returns, on: 'opportunityId' } },
  ),
];

export const missionTables = [
  keep(
    'mission',
    { id, opportunityId: id, state: oneOf('mission_state', missionStates), rev: number, updatedAt: at },
    { content: missionContent, mine, returns: { ...returns, on: 'id' } },
  ),
  keep(
    'mission_version',
    { id, missionId: id, createdAt: at },
    { content: missionVersionContent, mine, returns: { ...returns, on: 'missionId' } },
  ),
];

export const offerTables = [
  keep('offer', { id, rev: number, updatedAt: at }, { content: frameContent, mine, returns: { ...returns, on: 'id' } }),
  keep(
    'offer_version',
    { id, offerId: id, number, stage: oneOf('offer_stage', offerStages), createdAt: at },
    { content: versionContent, mine, returns: { ...returns, on: 'offerId' } },
  ),
  // its bytes are a file of their own in the zip
  keep('attachment', { id, offerId: id, createdAt: at }, { content: attachmentContent, mine }),
];

const ranked = { id, negotiationId: id, rank: number, rev: number };

export const negotiationTables = [
  keep(
    'negotiation',
    { id, offerId: id, rev: number, updatedAt: at },
    { content: planContent, mine, returns: { ...returns, on: 'id' } },
  ),
  keep(
    'walk_away',
    { negotiationId: id, rev: number },
    { content: walkAwayContent, mine, bound: (row) => String(row.negotiationId), returns: onNegotiation },
  ),
  keep('ask', ranked, { content: askContent, mine, returns: onNegotiation }),
  keep('objection', ranked, { content: objectionContent, mine, returns: onNegotiation }),
  keep('script_version', { id, negotiationId: id, createdAt: at }, { content: scriptContent, mine, returns: onNegotiation }),
  keep(
    'move',
    { id, negotiationId: id, at, rev: number, createdAt: at, removedAt: empty(at) },
    { content: moveContent, mine, returns: onNegotiation },
  ),
  keep(
    'evidence',
    { id, negotiationId: id, rev: number, createdAt: at },
    { content: evidenceContent, mine, returns: onNegotiation },
  ),
  keep('term', { ...ranked, state: oneOf('term_state', termStates) }, { content: termContent, mine, returns: onNegotiation }),
  keep(
    'outcome',
    { negotiationId: id, kind: oneOf('outcome_kind', outcomeKinds), on, rev: number },
    { content: outcomeContent, mine, bound: (row) => String(row.negotiationId), returns: onNegotiation },
  ),
  keep('tick', { negotiationId: id, key: words, at }, { mine, returns: onNegotiation }),
];

/** The rounds that the viewer asked, and what they themselves sealed, in these and in others' rounds. */
export const roundTables = [
  keep(
    'round',
    {
      id,
      negotiationId: id,
      number,
      state: oneOf('round_state', roundStates),
      quorum: number,
      named: flag,
      deadlineAt: empty(at),
      openedAt: empty(at),
      revealedAt: empty(at),
      cancelledAt: since(empty(at), null),
      remindedAt: empty(at),
      rev: number,
      updatedAt: at,
    },
    {
      content: roundContent,
      mine,
      returns: { ...returns, on: 'negotiationId', later: ['state', 'openedAt', 'revealedAt', 'cancelledAt'] },
    },
  ),
  keep(
    'sealed_counter',
    { roundId: id, late: flag, abstained: flag, frozen: flag, rev: number },
    {
      content: counterContent,
      mine: 't.author_id = viewer()',
      bound: (row, viewerId) => `${String(row.roundId)}:${viewerId}`,
      returns: { own: ['owner_id', 'author_id'], on: 'roundId' },
    },
  ),
];

/** The viewer's debriefs, and the reads that they themselves sealed, in these and in others' debriefs. */
export const debriefTables = [
  keep(
    'debrief',
    {
      id,
      rev: number,
      readsState: oneOf('reads_state', ['unasked', 'open', 'revealed']),
      outcome: empty(oneOf('debrief_outcome', outcomes)),
      outcomeOn: empty(on),
      askedAt: since(empty(at), null),
      revealedAt: empty(at),
      updatedAt: at,
    },
    { content: debriefContent, mine, returns: { ...returns, on: 'id', later: ['readsState', 'askedAt', 'revealedAt'] } },
  ),
  keep(
    'read',
    { debriefId: id, rev: number },
    {
      content: readContent,
      mine: 't.author_id = viewer()',
      bound: (row, viewerId) => `${String(row.debriefId)}:${viewerId}`,
      returns: { own: ['owner_id', 'author_id'], on: 'debriefId' },
    },
  ),
];
