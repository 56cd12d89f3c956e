import { fireEvent } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { takeArchive, takeFiles } from '../../../../../tests/support/archives.ts';
import { keepFile, pdfOf } from '../../../../../tests/support/file-call.ts';
import { stubLine } from '../../../../../tests/support/file-line.ts';
import { begin } from '../../../../../tests/support/letter.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { packFiles, unpackFile } from '../../lib/file/zip.ts';

const world = holdWorld();
afterEach(() => vi.unstubAllGlobals());
const opening = { company: 'Café Nord', alias: '', role: 'Lead', stage: 'offer' as const, on: '2026-11-01' };

/** Puts a file into the field, as a hand would. */
async function chooseFile(screen: ReturnType<typeof openScreen>, content: BlobPart, name: string) {
  await screen.click(await screen.findByText('Bring an archive from another Parley'));
  const field = await screen.findByLabelText('The zip file that Parley gave you');
  fireEvent.change(field, { target: { files: [new File([content], name)] } });
}

test('everything is in one file, with pages to read, and comes back elsewhere', async () => {
  const kept: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) kept.push(blob);
    return 'blob:kept';
  });
  const ana = await world().person('Ana');
  await ana.api.opportunity.create.mutate(opening);
  const taking = openScreen(ana, '/me');
  taking.break('archive.part');
  await taking.press('button', 'Take my archive');
  await taking.findByText(brokenWords);
  taking.mend();
  await taking.press('button', 'Take my archive');
  await taking.findByText(/^parley-2026-11-20\.zip is in your downloads, with \d+ entries\.$/);
  const [zip = new Blob()] = kept;
  expect(await unpackFile(zip, 'opportunities/001-café-nord-lead.md')).toContain('# Lead at Café Nord');
  expect(JSON.parse((await unpackFile(zip, 'archive.json')) ?? '')).toMatchObject({ format: 'parley-archive', version: 1 });
  vi.restoreAllMocks();
  const bytes = await zip.arrayBuffer();

  const ben = await world().person('Ben');
  document.body.replaceChildren();
  const bringing = openScreen(ben, '/me');
  await chooseFile(bringing, bytes, 'parley.zip');
  await bringing.findByText(/It holds 1 opportunity\.$/);
  await bringing.press('button', 'Bring it in');
  await bringing.findByText('Brought in: 1 opportunity.');
  expect(await ben.api.opportunity.list.query()).toMatchObject([{ role: 'Lead' }]);
});

test('what is no archive is told before anything is sent, and a full account says why not', async () => {
  const eva = await world().person('Eva');
  await eva.api.opportunity.create.mutate(opening);
  const screen = openScreen(eva, '/me');
  await chooseFile(screen, 'not json', 'notes.json');
  await screen.findByText(/^This file is not whole/);
  await chooseFile(screen, '{"format":"diary"}', 'diary.json');
  await screen.findByText('This file is not an archive of Parley.');
  await chooseFile(screen, await packFiles([{ path: 'other.txt', text: 'x' }]).arrayBuffer(), 'other.zip');
  await screen.findByText(/^There is no archive\.json in this file/);
  const empty = JSON.stringify({ format: 'parley-archive', version: 1, madeAt: '2026-11-20T12:00:00Z', tables: {} });
  await chooseFile(screen, empty, 'archive.json');
  await screen.press('button', 'Bring it in');
  await screen.findByText(/^An archive is brought into an empty account/);
});

test('files kept with offers come along; a zip without them is refused, and after a fault the rest is brought', async () => {
  const [ana, gus] = [await world().person('Ana'), await world().person('Gus')];
  const { offerId } = await begin(ana);
  const [first, second] = [pdfOf('3 0 obj (first) endobj'), pdfOf('3 0 obj (second) endobj')];
  await keepFile(ana, { offerId, name: 'first.pdf', bytes: first });
  await keepFile(ana, { offerId, name: 'second.pdf', bytes: second });
  const archive = await takeArchive(ana);
  const [one = '', two = ''] = (await takeFiles(ana, archive)).map(({ attachmentId }) => attachmentId);
  const whole = { path: 'archive.json', text: JSON.stringify(archive) };
  const files = [
    { path: `attachments/${one}/first.pdf`, bytes: first },
    { path: `attachments/${two}/second.pdf`, bytes: second },
  ];

  const line = stubLine(gus);
  const screen = openScreen(gus, '/me');
  await chooseFile(screen, await packFiles([whole, ...files.slice(1)]).arrayBuffer(), 'half.zip');
  await screen.findByText(/^Files that were kept with offers are missing here/);
  await chooseFile(screen, whole.text, 'archive.json');
  await screen.findByText(/^Files that were kept with offers are missing here/);
  expect(await gus.api.opportunity.list.query()).toEqual([]);

  await chooseFile(screen, await packFiles([whole, ...files]).arrayBuffer(), 'whole.zip');
  await screen.findByText(/1 offer, 2 files kept with offers\.$/);
  line.cut = true;
  await screen.press('button', 'Bring it in');
  await screen.findByText('2 files did not come along yet.');
  line.cut = false;
  await screen.press('button', 'Bring the rest');
  await screen.findByText('Brought in: 1 opportunity, 1 offer, 2 files kept with offers.');
  const back = await takeFiles(gus, await takeArchive(gus));
  expect(back.map(({ name, bytes }) => [name, Buffer.from(bytes)])).toEqual([
    ['first.pdf', Buffer.from(first)],
    ['second.pdf', Buffer.from(second)],
  ]);
});
