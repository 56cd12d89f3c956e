import { createLimits } from '@parley/api/limit';
import { asUser } from '@parley/db/as-user';
import { mostBytes, mostOfAnOffer } from '@parley/domain/offer/attachment/attachment';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFile, latinBytes, openFile, pdfOf } from '../support/file-call.ts';
import { posted, shareOffer } from '../support/letter.ts';
import { exactLevels, hiddenLevels } from '../support/levels.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let dora: Person;
let councilId: string;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara, dora] = [
    await world.person('Ana'),
    await world.person('Ben'),
    await world.person('Cara'),
    await world.person('Dora'),
  ];
  councilId = await world.council('Wednesday', [ana, ben, cara]);
});
afterAll(() => world.close());

const withLetter = { ...hiddenLevels, letter: 'exact' } as const;
const keptIn = async (answer: Response): Promise<string> => (await answer.json()).result.data.attachmentId;
const refusal = async (answer: Response) => ({ status: answer.status, ...(await answer.json()).error.data });

/** Ana's offer with a letter of these bytes. */
async function kept(bytes = pdfOf(), name = 'Offer Acme.pdf') {
  const { offerId } = await posted(ana);
  const attachmentId = await keptIn(await keepFile(ana, { offerId, name, bytes }));
  return { offerId, attachmentId };
}

/** What the database itself gives somebody of a file, past the policy table. */
const rowsFor = (person: Person, attachmentId: string) =>
  asUser(world.deps.client, person.id, async (db) => ({
    file: await db.attachment.count({ where: { id: attachmentId } }),
    body: await db.attachmentBody.count({ where: { id: attachmentId } }),
  }));

describe('a file of the owner', () => {
  it('is kept sealed and comes back byte for byte, as a download and nothing else', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at < 3 ? [0xff, 0xd8, 0xff][at] : at % 251) ?? 0);
    const { offerId, attachmentId } = await kept(bytes, 'Ängebot Acme “final”.jpg');
    expect(await ana.api.attachment.list.query({ offerId })).toMatchObject([
      { attachmentId, name: 'Ängebot Acme “final”.jpg', kind: 'jpeg', size: 300_000, readers: [] },
    ]);
    const answer = await openFile(ana, attachmentId);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="letter.jpg"; filename*=UTF-8''%C3%84ngebot%20Acme%20%E2%80%9Cfinal%E2%80%9D.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await ana.api.offer.log.query({ offerId })).toEqual([]);
    const row = await world.client.attachmentBody.findUniqueOrThrow({ where: { id: attachmentId } });
    expect(Buffer.from(row.sealed).includes(Buffer.from(bytes.subarray(0, 40)))).toBe(false);
  });

  it('of 5 MB is kept, once for a press sent twice', async () => {
    const { offerId } = await posted(ana);
    const bytes = new Uint8Array(mostBytes).fill(0x41);
    const press = { offerId, name: 'letter.txt', bytes, key: 'one-press-of-a-button' };
    const [one, two] = await Promise.all([keepFile(ana, press), keepFile(ana, press)]);
    expect(await keptIn(one)).toBe(await keptIn(two));
    const files = await ana.api.attachment.list.query({ offerId });
    expect(files.map(({ size }) => size)).toEqual([mostBytes]);
    const back = await openFile(ana, files[0]?.attachmentId ?? '');
    expect((await back.arrayBuffer()).byteLength).toBe(mostBytes);
  });

  it('is replaced and removed, and its bytes with it; what was opened stays in the log', async () => {
    const { offerId, attachmentId } = await kept();
    await shareOffer(ana, offerId, councilId, ben, withLetter);
    await ben.api.offer.open.mutate({ offerId });
    expect((await openFile(ben, attachmentId)).status).toBe(200);
    const next = await keptIn(
      await keepFile(ana, { offerId, name: 'b.txt', bytes: latinBytes('Dear Ana'), replaces: attachmentId }),
    );
    expect(await ana.api.attachment.list.query({ offerId })).toMatchObject([{ attachmentId: next, name: 'b.txt' }]);
    await ana.api.attachment.remove.mutate({ attachmentId: next });
    expect(await ana.api.attachment.list.query({ offerId })).toEqual([]);
    expect(await world.client.attachmentBody.count({ where: { offerId } })).toBe(0);
    expect((await openFile(ana, next)).status).toBe(404);
    expect((await ana.api.offer.log.query({ offerId })).map(({ letter }) => letter)).toEqual([{ name: null }, null]);
  });

  it('goes with its offer, and with its owner', async () => {
    const { offerId } = await kept();
    await ana.api.offer.remove.mutate({ offerId, rev: 2 });
    expect(await world.client.attachmentBody.count({ where: { offerId } })).toBe(0);
    const eve = await world.person('Eve');
    const hers = await posted(eve);
    await keepFile(eve, { offerId: hers.offerId, name: 'a.pdf', bytes: pdfOf() });
    await world.client.account.delete({ where: { id: eve.id } });
    expect(await world.client.attachmentBody.count({ where: { ownerId: eve.id } })).toBe(0);
  });
});

describe('a reader', () => {
  it('learns nothing of a letter that no share shows: not that there is one', async () => {
    const { offerId, attachmentId } = await kept();
    const { offerId: bare } = await posted(ana);
    for (const id of [offerId, bare]) await shareOffer(ana, id, councilId, ben, exactLevels);
    const seen = async (id: string) =>
      (await ben.post('offer.open', { offerId: id })).body.replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '');
    expect(await seen(offerId)).toBe(await seen(bare));
    expect((await openFile(ben, attachmentId)).status).toBe(404);
    for (const path of ['attachment.open', 'attachment.remove'])
      expect((await ben.post(path, { attachmentId })).status).toBe(404);
    expect(await rowsFor(ben, attachmentId)).toEqual({ file: 0, body: 0 });
  });

  it('opens the offer, then the letter; the database gives no byte before its line is in the log', async () => {
    const { offerId, attachmentId } = await kept();
    await shareOffer(ana, offerId, councilId, ben, withLetter);
    expect(await refusal(await openFile(ben, attachmentId))).toMatchObject({ status: 404 });
    expect(await rowsFor(ben, attachmentId)).toEqual({ file: 0, body: 0 });
    expect(await ana.api.offer.log.query({ offerId })).toEqual([]);
    const view = await ben.api.offer.open.mutate({ offerId });
    expect(view?.letters).toMatchObject([{ attachmentId, name: 'Offer Acme.pdf', kind: 'pdf' }]);
    expect(await rowsFor(ben, attachmentId)).toEqual({ file: 1, body: 0 });
    const answer = await openFile(ben, attachmentId);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdfOf())).toBe(true);
    expect(await rowsFor(ben, attachmentId)).toEqual({ file: 1, body: 1 });
    await openFile(ben, attachmentId);
    const log = await ana.api.offer.log.query({ offerId });
    expect(log.map(({ name, letter }) => [name, letter?.name])).toEqual([
      ['Ben', 'Offer Acme.pdf'],
      ['Ben', 'Offer Acme.pdf'],
      ['Ben', undefined],
    ]);
    expect((await ana.api.attachment.list.query({ offerId }))[0]?.readers).toEqual([{ id: ben.id, name: 'Ben' }]);
  });

  it('is not shown what was kept after the share was made, until it is shared again', async () => {
    const { offerId } = await kept();
    await shareOffer(ana, offerId, councilId, null, withLetter);
    await world.setClock(new Date((await world.now()).getTime() + 1_000));
    const later = await keptIn(await keepFile(ana, { offerId, name: 'later.pdf', bytes: pdfOf() }));
    expect((await ben.api.offer.open.mutate({ offerId }))?.letters).toHaveLength(1);
    expect((await openFile(ben, later)).status).toBe(404);
    await shareOffer(ana, offerId, councilId, null, withLetter);
    expect((await ben.api.offer.open.mutate({ offerId }))?.letters).toHaveLength(2);
    expect((await openFile(ben, later)).status).toBe(200);
    // what is shared with one person beats what is shared with all
    await shareOffer(ana, offerId, councilId, ben, exactLevels);
    expect((await openFile(ben, later)).status).toBe(404);
    expect(await rowsFor(ben, later)).toEqual({ file: 0, body: 0 });
    await cara.api.offer.open.mutate({ offerId });
    expect((await openFile(cara, later)).status).toBe(200);
    await world.setClock(null);
  });

  it('of no council, or no longer in it, gets nothing', async () => {
    const { offerId, attachmentId } = await kept();
    await shareOffer(ana, offerId, councilId, null, withLetter);
    expect((await openFile(dora, attachmentId)).status).toBe(404);
    const fred = await world.person('Fred');
    const { link } = await ana.api.invitation.create.mutate({ councilId, email: fred.email });
    await fred.api.invitation.accept.mutate({ token: link.split('token=')[1] ?? '', charterVersion: 1 });
    await fred.api.offer.open.mutate({ offerId });
    expect((await openFile(fred, attachmentId)).status).toBe(200);
    await fred.api.council.leave.mutate({ councilId });
    expect((await openFile(fred, attachmentId)).status).toBe(404);
    expect(await rowsFor(fred, attachmentId)).toEqual({ file: 0, body: 0 });
    expect((await openFile(world.anonymous(), attachmentId)).status).toBe(401);
  });

  it('signs for nothing that they are not shown, and writes no file', async () => {
    const { offerId, attachmentId } = await kept();
    const other = await kept();
    await shareOffer(ana, offerId, councilId, ben, withLetter);
    await ben.api.offer.open.mutate({ offerId });
    const as = (work: Parameters<typeof asUser>[2]) => expect(asUser(world.deps.client, ben.id, work)).rejects.toThrow();
    const sign = (data: { itemId: string; attachmentId: string }) =>
      as((db) => db.viewLog.createMany({ data: { ...data, readerId: ben.id } }));
    await sign({ itemId: offerId, attachmentId: other.attachmentId });
    await sign({ itemId: other.offerId, attachmentId });
    await as((db) => db.attachment.createMany({ data: { offerId, sealed: Buffer.from('x') } }));
    const own = await posted(ben);
    await as((db) =>
      db.attachmentBody.createMany({ data: { id: attachmentId, offerId: own.offerId, sealed: Buffer.from('x') } }),
    );
    await as((db) => db.attachment.updateMany({ where: { id: attachmentId }, data: { offerId: own.offerId } }));
    for (const offer of [offerId, other.offerId])
      expect((await keepFile(ben, { offerId: offer, name: 'a.pdf', bytes: pdfOf() })).status).toBe(offer === offerId ? 403 : 404);
  });
});

describe('what is refused', () => {
  it('each with its sentence beside the file, and nothing is kept', async () => {
    const { offerId } = await posted(ana);
    const tries = [
      ['letter.pdf', latinBytes(''), 400, 'empty'],
      ['letter.pdf', new Uint8Array(6 * 1024 * 1024), 413, 'over 5 MB'],
      ['letter.pdf', latinBytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 400, 'called .pdf but holds a PNG'],
      ['letter.html', latinBytes('<html><script>alert(1)</script>'), 400, 'can hold a script'],
      ['letter.txt', latinBytes('<svg onload="alert(1)">'), 400, 'can hold a script'],
      ['letter.pdf', pdfOf('5 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), 400, 'holds a script'],
      ['letter.docx', latinBytes('PK\x03\x04\0\0'), 400, 'something else'],
    ] as const;
    for (const [name, bytes, status, words] of tries)
      expect(await refusal(await keepFile(ana, { offerId, name, bytes })), words).toMatchObject({
        status,
        fields: [{ path: 'body', message: expect.stringContaining(words) }],
      });
    expect(await refusal(await keepFile(ana, { offerId, name: 'a\u202efdp.exe', bytes: pdfOf() }))).toMatchObject({
      status: 400,
      fields: [{ path: 'name' }],
    });
    expect(await ana.api.attachment.list.query({ offerId })).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('more than an offer, or a person, keeps', async () => {
    const { offerId } = await posted(ana);
    const one = { offerId, name: 'a.pdf', bytes: pdfOf() };
    // who has too many on their way is asked to wait, and does
    const keep = async (): Promise<Response> => {
      const answer = await keepFile(ana, one);
      return answer.status === 429 ? keep() : answer;
    };
    const answers = await Promise.all(Array.from({ length: mostOfAnOffer + 2 }, keep));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 403, 403]);
    const [first] = await ana.api.attachment.list.query({ offerId });
    expect((await keepFile(ana, { ...one, replaces: first?.attachmentId ?? '' })).status).toBe(200);
    expect(await ana.api.attachment.list.query({ offerId })).toHaveLength(mostOfAnOffer);
  });

  it('a call from elsewhere, without a session, without its key, or by address', async () => {
    const { offerId, attachmentId } = await kept();
    const one = { offerId, name: 'a.pdf', bytes: pdfOf() };
    expect((await keepFile(world.anonymous(), one)).status).toBe(401);
    expect(await refusal(await keepFile(ana, { ...one, key: 'short' }))).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    const headers = { cookie: ana.cookie(), 'content-type': 'application/octet-stream' };
    const foreign = await world.app.request('/trpc/attachment.keep', {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
      body: Uint8Array.from(pdfOf()),
    });
    expect(foreign.status).toBe(403);
    const elsewhere = await world.app.request('/trpc/offer.save', {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
      body: Uint8Array.from(pdfOf()),
    });
    expect(elsewhere.status).toBe(415);
    const page = await world.app.request(`/trpc/attachment.open?input=${JSON.stringify({ attachmentId })}`, {
      headers: { cookie: ana.cookie(), accept: 'application/octet-stream', 'sec-fetch-site': 'same-origin' },
    });
    expect(page.status).toBe(405);
    expect(page.headers.get('content-type')).toContain('application/json');
    const large = JSON.stringify({ offerId, replaces: null, name: 'a.txt', body: 'QUFB'.repeat(20_000) });
    expect((await ana.fetch('/trpc/attachment.keep', { method: 'POST', body: large })).status).toBe(413);
  });

  it('more calls with a file than a hand makes', async () => {
    const strict = await createWorld({ limits: createLimits() });
    const gil = await strict.person('Gil');
    const { offerId } = await posted(gil);
    const attachmentId = await keptIn(await keepFile(gil, { offerId, name: 'a.pdf', bytes: pdfOf() }));
    const codes: number[] = [];
    for (let at = 0; at < 60; at += 1) codes.push((await openFile(gil, attachmentId)).status);
    expect(codes.filter((code) => code === 200)).toHaveLength(59);
    expect(codes.at(-1)).toBe(429);
    await strict.close();
  });
});
