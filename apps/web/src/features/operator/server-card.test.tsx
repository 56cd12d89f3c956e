import { createApp } from '@parley/api/app';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('who runs the server sees under Me how it is, what wants a look, and looks again; nobody else sees a word of it', async () => {
  const [ana, opal] = [await world().person('Ana'), await world().person('Opal')];
  const { client, deps } = world();
  await client.account.update({ where: { id: opal.id }, data: { operator: true } });
  let findings = [
    { what: 'Disk', well: false, says: '0.4 GB free: make room before it is full' },
    { what: 'Clocks', well: true, says: '0.0 s between this machine and the database' },
  ];
  const server = createApp({ ...deps, health: async () => findings, sourceOf: () => '192.0.2.1' });
  const hers = openScreen(ana, '/me');
  await hers.findByText('Where you are signed in');
  await hers.findByText(ana.email);
  expect(hers.queryByText('This server')).toBeNull();
  cleanup();

  const screen = openScreen(opal.twin(server), '/me', { breaks: ['operator.status'] });
  await screen.findByText('This server');
  await screen.findByText('We could not fetch how the server is.');
  screen.mend();
  await screen.press('button', 'Try again');
  await screen.findByText(/^1 of 2 wants a look\. It began /);
  await screen.findByText('0.4 GB free: make room before it is full');
  expect(screen.getAllByRole('img', { name: 'Look' })).toHaveLength(1);
  findings = [{ what: 'Disk', well: true, says: '12.0 GB free' }];
  await screen.press('button', 'Look again');
  await screen.findByText(/^All is well\./);
});
