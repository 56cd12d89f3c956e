import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a meeting is begun, moved, told of a step that somebody else made, and ended', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Thursday', [ana, ben]);
  const screen = openScreen(ana, `/council/${councilId}/meeting`);
  screen.break('meeting.start');
  await screen.press('button', 'Begin the meeting');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Begin the meeting');
  await screen.find('heading', 'Check-in');
  // no figure is put into anybody's mouth
  await screen.press('button', 'Tell the table');
  await screen.findByText('Choose a whole number from 0 to 10.');
  await screen.press('radio', '7');
  await screen.press('button', 'Tell the table');
  await screen.find('button', 'Say it anew');
  const { meeting } = await ben.api.meeting.page.query({ councilId });
  expect(meeting?.pulses.map(({ value }) => value)).toEqual([7]);
  const meetingId = meeting?.meetingId ?? '';
  await ben.api.meeting.takeChair.mutate({ meetingId });
  await ben.api.meeting.move.mutate({ meetingId, step: 0, to: 2 });
  await screen.press('button', 'Next');
  await screen.findByText(/^Somebody else has just moved the meeting/);
  await screen.find('heading', 'Ben: update');
  await screen.press('button', 'Next');
  await screen.find('heading', 'New commitments');
  await screen.press('button', 'Next');
  await screen.write('Plus: what was good', 'Everybody got their minutes.');
  await screen.press('button', 'End the meeting');
  await screen.find('button', 'Begin the meeting');
  expect((await ben.api.meeting.page.query({ councilId })).meeting).toBeNull();
});
