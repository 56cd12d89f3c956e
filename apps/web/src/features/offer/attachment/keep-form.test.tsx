import { fireEvent, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { keepFile, latinBytes, pdfOf } from '../../../../../../tests/support/file-call.ts';
import { stubLine } from '../../../../../../tests/support/file-line.ts';
import { begin, posted, shareOffer } from '../../../../../../tests/support/letter.ts';
import { hiddenLevels } from '../../../../../../tests/support/levels.ts';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();
afterEach(() => vi.unstubAllGlobals());

const fileOf = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name);
const choose = (field: Element, file: File) => fireEvent.change(field, { target: { files: [file] } });

test('what is no letter is refused beside its field; what did not go stays chosen and goes once', async () => {
  const ana = await world().person('Ana');
  const line = stubLine(ana);
  const { offerId, opportunityId } = await posted(ana);
  const screen = openScreen(ana, `/opportunities/${opportunityId}/offer`);
  const field = await screen.findByLabelText('Keep the letter');
  const tries = [
    [latinBytes(''), 'letter.pdf', 'This file is empty.'],
    [new Uint8Array(6 * 1024 * 1024), 'letter.pdf', 'over 5 MB'],
    [latinBytes('<svg onload="x()">'), 'letter.svg', 'can hold a script'],
    [latinBytes('Dear Ana'), 'letter.pdf', 'called .pdf but holds plain text'],
    // only the server unpacks a PDF
    [pdfOf('5 0 obj << /JS (x) >> endobj'), 'letter.pdf', 'This PDF holds a script'],
  ] as const;
  for (const [bytes, name, words] of tries) {
    choose(field, fileOf(bytes, name));
    await screen.findByText(new RegExp(words.replaceAll('.', '\\.')));
    await screen.refused('Keep the letter', words);
  }
  expect(await ana.api.attachment.list.query({ offerId })).toEqual([]);
  line.cut = true;
  choose(field, fileOf(pdfOf(), 'Offer Acme.pdf'));
  await screen.findByText(/The file is still chosen/);
  await screen.refused('Keep the letter', 'The file is still chosen');
  line.cut = false;
  await screen.press('button', 'Send it again');
  const letter = await screen.find('region', 'Letter as it came');
  await within(letter).findByText('Only you.');
  await within(letter).findByText('Offer Acme.pdf is kept, sealed.');
  expect(await ana.api.attachment.list.query({ offerId })).toMatchObject([{ name: 'Offer Acme.pdf', kind: 'pdf' }]);
  await screen.press('button', 'Download Offer Acme.pdf');
  await expect.poll(() => line.saved).toEqual(['Offer Acme.pdf']);
});

test('a letter is replaced and removed by an act that says what is destroyed', async () => {
  const ben = await world().person('Ben');
  stubLine(ben);
  const { offerId, opportunityId } = await posted(ben);
  await keepFile(ben, { offerId, name: 'one.pdf', bytes: pdfOf() });
  const names = async () => (await ben.api.attachment.list.query({ offerId })).map(({ name }) => name);
  const screen = openScreen(ben, `/opportunities/${opportunityId}/offer`);
  choose(await screen.findByLabelText('Replace one.pdf'), fileOf(latinBytes('Dear Ben'), 'two.txt'));
  await screen.findByText(/two\.txt takes the place of one\.pdf, which is destroyed for good/);
  await screen.press('button', 'Replace the letter');
  await expect.poll(names).toEqual(['two.txt']);
  await screen.press('button', 'Remove two.txt');
  await screen.press('button', 'Remove the letter');
  await expect.poll(names).toEqual([]);
  await screen.findByLabelText('Keep the letter');
});

test('a reader downloads what is shared with the letter, and the owner reads who did', async () => {
  const [cleo, dan] = [await world().person('Cleo'), await world().person('Dan')];
  const councilId = await world().council('Table', [cleo, dan]);
  const line = stubLine(dan);
  const { offerId, opportunityId } = await posted(cleo);
  await keepFile(cleo, { offerId, name: 'letter', bytes: pdfOf() });
  await shareOffer(cleo, offerId, councilId, dan, { ...hiddenLevels, letter: 'exact' });
  const screen = openScreen(dan, `/opportunities/${opportunityId}/offer`);
  await screen.press('button', 'Open this offer');
  await screen.press('button', 'Download letter');
  await expect.poll(() => line.saved).toEqual(['letter.pdf']);
  expect(await cleo.api.offer.log.query({ offerId })).toMatchObject([
    { name: 'Dan', letter: { name: 'letter' } },
    { letter: null },
  ]);
});

test('a letter chosen while the first offer is typed in is kept once there is an offer', async () => {
  const eva = await world().person('Eva', { locale: 'en-US', currency: 'USD' });
  stubLine(eva);
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'offer', on: '2026-05-01' } as const;
  const { opportunityId } = await eva.api.opportunity.create.mutate(opening);
  const screen = openScreen(eva, `/opportunities/${opportunityId}/offer`);
  await screen.press('button', 'Enter the offer');
  await screen.press('button', 'Paste the letter');
  await screen.write('Paste the letter', 'Your base salary is $145,000 a year.');
  await screen.press('button', 'Keep the pasted words as a text file');
  await screen.findByText(/will be kept with the offer/);
  await screen.write('Base a year', '145k');
  await screen.press('button', 'Put on record');
  const letter = await screen.find('region', 'Letter as it came');
  await within(letter).findByText('Only you.');
  const page = await eva.api.offer.mine.query();
  const kept = await eva.api.attachment.list.query({ offerId: page[0]?.offerId ?? '' });
  expect(kept).toMatchObject([{ name: 'letter.txt', kind: 'text', size: 36 }]);
});

test('beside an offer that is there, a pasted letter is kept at once', async () => {
  const fay = await world().person('Fay', { locale: 'en-US', currency: 'USD' });
  stubLine(fay);
  const { offerId, opportunityId } = await begin(fay);
  const screen = openScreen(fay, `/opportunities/${opportunityId}/offer`);
  await screen.press('button', 'Paste the letter');
  choose(await screen.findByLabelText('Keep the letter sealed with this offer'), fileOf(pdfOf(), 'a.pdf'));
  await screen.findByText('a.pdf is kept, sealed.');
  expect(await fay.api.attachment.list.query({ offerId })).toHaveLength(1);
});
