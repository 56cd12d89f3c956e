import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();
const address = '/opportunities/import';

async function choose(screen: ReturnType<typeof openScreen>, text: string) {
  const field = await screen.findByLabelText('Your list');
  await userEvent.upload(field, new File([text], 'list.csv', { type: 'text/csv' }));
}

test('a list is shown before it comes, dates are asked about, and what broke goes on where it stopped', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, address);
  await choose(screen, 'Company,Job Title,Status,Date Applied\nAcme,Engineer,Applied,03/04/2026\n=1+1,,Applied,05/06/2026\n');
  await screen.findByText('Say how the dates are read.');
  await screen.press('radio', 'Day, month, year');
  await screen.findByText(/^1 of 2 lines can come\./);
  screen.getByText('Line 3: Write the role.');
  screen.break('opportunity.bring');
  await screen.press('button', 'Bring 1 opening');
  await screen.findByText(brokenWords);
  expect(await ana.api.opportunity.list.query()).toEqual([]);
  screen.mend();
  await screen.press('button', 'Go on');
  await screen.find('heading', 'Opportunities');
  expect(await ana.api.opportunity.list.query()).toMatchObject([{ company: 'Acme', stage: 'applied', since: '2026-04-03' }]);
});

test('what is no table says so, and what one has already is left out', async () => {
  const ben = await world().person('Ben');
  await ben.api.opportunity.create.mutate({ company: 'ACME', role: 'engineer', alias: '', stage: 'lead', on: '2026-11-02' });
  const screen = openScreen(ben, address);
  await choose(screen, 'hello');
  await screen.findByText(/^This is no table/);
  await choose(screen, 'Company,Role\nAcme,Engineer\n');
  await screen.findByText(/1 of them you have already; they are left out\./);
  await screen.findByText('No line of this list is new.');
});
