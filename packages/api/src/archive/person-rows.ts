import { json } from '@parley/db/statement';
import { commitmentStates } from '@parley/domain/commitment/commitment';
import { itemKinds } from '@parley/domain/item/item';
import { levels } from '@parley/domain/item/levels';
import { landingChoices } from '@parley/domain/landing/landing';
import { mailChoices } from '@parley/domain/mail/mail';
import { noteKinds } from '@parley/domain/meeting/meeting';
import { suggestionStates } from '@parley/domain/suggestion/suggestion';
import { commitmentContent } from '../commitment/rows.ts';
import { checklistContent } from '../council/checklist-rows.ts';
import { presenceContent } from '../council/presence-rows.ts';
import { councilContent, farewellContent } from '../council/rows.ts';
import { answerContent, helpContent } from '../help/rows.ts';
import { huntContent } from '../hunt/rows.ts';
import { passkeyContent, profile } from '../identity/rows.ts';
import { noteContent, pulseContent } from '../meeting/rows.ts';
import { gratitudeContent } from '../prep/rows.ts';
import { proofContent } from '../proof/rows.ts';
import { commentContent } from '../thread/comment-rows.ts';
import { reactionContent } from '../thread/reaction-rows.ts';
import { threadContent } from '../thread/rows.ts';
import { suggestionContent } from '../thread/suggestion-rows.ts';
import { at, empty, id, keep, number, on, oneOf, since, words } from './rows.ts';

const author = 't.author_id = viewer()';
const account = 't.account_id = viewer()';

const told = oneOf('mail_choice', mailChoices);

/** The account and the lists of the person. */
export const personTables = [
  keep('account', { id, rev: number, createdAt: at }, { content: profile, key: 't.id', mine: 't.id = viewer()' }),
  keep('mail_setting', { standard: told, pushes: since(told, 'atOnce'), hour: number, weekday: number }, { mine: account }),
  keep('council_mail', { councilId: id, choice: empty(told), pushes: since(empty(told), null) }, { mine: account }),
  keep(
    'gratitude',
    { rev: number },
    {
      content: gratitudeContent,
      key: 't.account_id',
      mine: account,
      bound: (_, viewerId) => viewerId,
      returns: { own: ['account_id'] },
    },
  ),
  keep(
    'hunt',
    { rev: number },
    {
      content: huntContent,
      key: 't.account_id',
      mine: account,
      bound: (_, viewerId) => viewerId,
      returns: { own: ['account_id'] },
    },
  ),
  keep('passkey', { id, createdAt: at, usedAt: empty(at) }, { content: passkeyContent, key: 't.account_id', mine: account }),
  keep('landing', { choice: oneOf('landing_choice', landingChoices), days: number, since: at }, { mine: account }),
  keep('proof', { id, rev: number }, { content: proofContent, mine: 't.owner_id = viewer()', returns: { own: ['owner_id'] } }),
  keep(
    'commitment',
    { id, dueOn: on, state: oneOf('commitment_state', commitmentStates), moves: number, rev: number },
    { content: commitmentContent, mine: 't.owner_id = viewer()', returns: { own: ['owner_id'] } },
  ),
];

/** What the viewer began and said in conversations; others' words are theirs. */
export const conversationTables = [
  keep(
    'thread',
    { id, itemId: id, blockId: words, createdAt: at, resolvedAt: empty(at) },
    { content: threadContent, mine: 't.starter_id = viewer()', returns: { own: ['owner_id', 'starter_id'], on: 'itemId' } },
  ),
  keep(
    'comment',
    { id, threadId: id, rev: number, createdAt: at, editedAt: empty(at), deletedAt: empty(at) },
    { content: commentContent, mine: author, returns: { own: ['author_id'], on: 'threadId' } },
  ),
  keep(
    'reaction',
    { targetId: id, itemId: id, threadId: empty(id), at },
    { content: reactionContent, mine: author, bound: (row, viewerId) => `${String(row.targetId)}:${viewerId}` },
  ),
  keep(
    'suggestion',
    { threadId: id, state: oneOf('suggestion_state', suggestionStates), rev: number },
    {
      content: suggestionContent,
      mine: 't.starter_id = viewer()',
      bound: (row) => String(row.threadId),
      returns: { own: ['owner_id', 'starter_id'], on: 'threadId' },
    },
  ),
];

const membershipStates = ['active', 'alumnus', 'left', 'removed'] as const;
const level = { code: json(levels), form: levels };

/** Where the viewer sits and sat, whom they let read what, and what they gave to a table. It stays with the council. */
export const councilTables = [
  keep(
    'membership',
    {
      councilId: id,
      joinedAt: at,
      role: oneOf('council_role', ['member', 'moderator']),
      state: oneOf('membership_state', membershipStates),
      acceptedCharter: number,
      endedAt: empty(at),
    },
    {
      content: farewellContent,
      sealedIn: 'farewell',
      key: 't.council_id',
      mine: account,
      bound: (_, viewerId) => viewerId,
    },
  ),
  keep(
    'council',
    { id, rev: number, createdAt: at, closedAt: empty(at) },
    {
      content: councilContent,
      key: 't.id',
      mine: 'exists (select from membership m where m.council_id = t.id and m.account_id = viewer())',
    },
  ),
  keep(
    'checklist',
    { id, councilId: id, rev: number, createdAt: at },
    { content: checklistContent, key: 't.council_id', mine: author },
  ),
  keep(
    'help_request',
    { id, councilId: id, rev: number, createdAt: at, settledAt: empty(at), withdrawnAt: empty(at) },
    { content: helpContent, key: 't.asker_id', mine: 't.asker_id = viewer()' },
  ),
  keep(
    'help_answer',
    { id, helpId: id, councilId: id, createdAt: at },
    {
      content: answerContent,
      key: '(select h.asker_id from help_request h where h.id = t.help_id)',
      mine: author,
    },
  ),
  keep(
    'meeting_note',
    { id, meetingId: id, councilId: id, kind: oneOf('meeting_note_kind', noteKinds), createdAt: at },
    { content: noteContent, key: 't.council_id', mine: author },
  ),
  keep(
    'presence',
    { councilId: id, rev: number },
    { content: presenceContent, key: 't.council_id', mine: account, bound: (_, viewerId) => viewerId },
  ),
  keep(
    'pulse',
    { meetingId: id, rev: number },
    { content: pulseContent, key: 't.account_id', mine: account, bound: (row) => String(row.meetingId) },
  ),
  keep(
    'share',
    {
      id,
      itemId: id,
      kind: oneOf('item_kind', itemKinds),
      opportunityId: id,
      councilId: id,
      readerId: empty(id),
      levels: level,
      createdAt: at,
      expiresAt: empty(at),
      revokedAt: empty(at),
    },
    { mine: 't.owner_id = viewer()' },
  ),
  keep(
    'view_log',
    { id, itemId: id, attachmentId: empty(id), readerId: id, at },
    { mine: '(t.owner_id = viewer() or t.reader_id = viewer())' },
  ),
];
