import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { EditComment, StartThread } from './input.ts';
import { canDelete, canEdit, canMention, canReply, canResolve, canStart, listNotified, type Room } from './policy.ts';

const room: Room = {
  ownerId: 'owner',
  readerIds: ['owner', 'ana', 'ben', 'cara'],
  starterId: 'ana',
  comments: [
    { authorId: 'ana', deletedAt: null },
    { authorId: 'ben', deletedAt: null },
  ],
};

describe('who will be notified', () => {
  it('is the owner, who takes part and who is mentioned, but not the author', () => {
    expect(listNotified(room, 'ben', [])).toEqual([
      { id: 'ana', kind: 'commented' },
      { id: 'owner', kind: 'commented' },
    ]);
    expect(listNotified(room, 'owner', ['cara', 'ben'])).toEqual([
      { id: 'ana', kind: 'commented' },
      { id: 'ben', kind: 'mentioned' },
      { id: 'cara', kind: 'mentioned' },
    ]);
  });

  it('is nobody else: a reader who only reads is left in peace', () => {
    expect(listNotified(room, 'ana', []).map(({ id }) => id)).toEqual(['ben', 'owner']);
    expect(listNotified({ ...room, starterId: null, comments: [] }, 'owner', [])).toEqual([]);
  });

  it('leaves out who can no longer read, and who deleted all that he wrote', () => {
    expect(listNotified({ ...room, readerIds: ['owner', 'ben'] }, 'owner', ['cara'])).toEqual([{ id: 'ben', kind: 'commented' }]);
    const gone = { ...room, comments: [{ authorId: 'ben', deletedAt: new Date(0) }] };
    expect(listNotified(gone, 'owner', []).map(({ id }) => id)).toEqual(['ana']);
  });
});

const person = fc.constantFrom('owner', 'ana', 'ben', 'cara', 'dan', 'eve');
test.prop([fc.uniqueArray(person), fc.array(person), fc.array(person, { maxLength: 4 }), person])(
  'is always told once, can read, and is not the author',
  (readerIds, authors, mentions, author) => {
    const comments = authors.map((authorId) => ({ authorId, deletedAt: null }));
    const ids = listNotified({ ownerId: 'owner', readerIds, starterId: null, comments }, author, mentions).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(author);
    for (const id of ids) expect(readerIds).toContain(id);
  },
);

describe('what people may do to comments', () => {
  const mine = { authorId: 'ana', deletedAt: null };
  const deleted = { authorId: 'ana', deletedAt: new Date(0) };

  it('is to edit and delete their own, and nobody else’s, not even the owner', () => {
    expect([canEdit('ana', mine).allowed, canDelete('ana', mine).allowed]).toEqual([true, true]);
    expect([canEdit('owner', mine).allowed, canDelete('owner', mine).allowed]).toEqual([false, false]);
    expect([canEdit('ana', deleted).allowed, canDelete('ana', deleted).allowed]).toEqual([false, true]);
  });

  it('is to resolve what they started or own', () => {
    const by = (viewer: string) => canResolve(viewer, 'owner', { starterId: 'ana' }).allowed;
    expect([by('owner'), by('ana'), by('ben')]).toEqual([true, true, false]);
  });

  it('is to reply while a conversation is open', () => {
    const reply = (resolvedAt: Date | null, comments: number) => canReply({ resolvedAt }, comments).allowed;
    expect([reply(null, 3), reply(null, 499), reply(new Date(0), 3)]).toEqual([true, true, false]);
  });

  it('is to go on while there is room, and to be told how much there is', () => {
    expect(canReply({ resolvedAt: null }, 500)).toEqual({
      allowed: false,
      reason: 'A conversation holds at most 500 comments. Start a new one.',
    });
    expect(canStart(499).allowed).toBe(true);
    expect(canStart(500)).toEqual({
      allowed: false,
      reason: 'At most 500 conversations are held here. Reply in one of them.',
    });
  });

  it('is to mention only who can read', () => {
    expect(canMention(room.readerIds, ['ben', 'owner']).allowed).toBe(true);
    expect(canMention(room.readerIds, ['ben', 'dan']).allowed).toBe(false);
  });
});

describe('what is sent', () => {
  const itemId = '0197f7a0-0000-7000-8000-000000000000';
  const start = { itemId, blockId: 'kr-1:a_b', label: 'Ship it', text: ' well ', mentions: [itemId, itemId] };
  const refused = (part: object) => StartThread.safeParse({ ...start, ...part }).success;

  it('is trimmed, and a mention counts once', () => {
    expect(StartThread.parse(start)).toEqual({ ...start, text: 'well', mentions: [itemId], quote: null });
  });

  it('is refused when it is odd, empty or too long', () => {
    for (const bad of ['', 'a b', 'a/b', '../x', 'é', 'x'.repeat(65), 5, null])
      expect(refused({ blockId: bad }), String(bad)).toBe(false);
    for (const bad of ['', '  ', 'x'.repeat(4001), 'a\u202eb', 7]) expect(refused({ text: bad }), String(bad)).toBe(false);
    for (const bad of ['', 'x'.repeat(301), 'a\nb']) expect(refused({ label: bad }), String(bad)).toBe(false);
    expect(refused({ mentions: Array(13).fill(itemId) })).toBe(false);
    expect(refused({ quote: 'x' })).toBe(false);
    expect(EditComment.safeParse({ commentId: itemId, rev: 0, text: 'x', mentions: [] }).success).toBe(false);
  });
});
