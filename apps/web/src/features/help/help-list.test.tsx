import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

async function seat() {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  return { ana, ben, councilId: await world().council('Thursday', [ana, ben]) };
}
const help = { text: 'Which half of my pitch should go?', length: 'short' as const, feedback: 'ideas' as const };

test('help is asked for, and what is typed outlives a fault', async () => {
  const { ana, ben, councilId } = await seat();
  const screen = openScreen(ana, `/council/${councilId}`);
  await screen.press('button', 'Ask for help');
  await screen.press('button', 'Ask the council');
  await screen.refused('What do you want help with?', 'Write what you want help with.');
  await screen.write('What do you want help with?', help.text);
  screen.break('help.create');
  await screen.press('button', 'Ask the council');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Ask the council');
  await screen.find('button', /^More: “Which half/);
  expect((await ben.api.help.list.query({ councilId })).requests).toMatchObject([{ text: help.text, feedback: 'reactions' }]);
});

test('another answers, and may not close it', async () => {
  const { ana, ben, councilId } = await seat();
  await ana.api.help.create.mutate({ councilId, help });
  const screen = openScreen(ben, `/council/${councilId}`);
  await screen.press('button', 'Answer');
  await screen.press('button', 'Answer');
  await screen.refused('Your answer', 'Write your answer.');
  await screen.write('Your answer', 'The second half.');
  await screen.press('button', 'Answer');
  await screen.findByText('The second half.');
  await screen.find('button', 'Take this answer back');
  expect(screen.all('button', /^More: “/)).toEqual([]);
});

test('who asked closes it with what it changed', async () => {
  const { ana, ben, councilId } = await seat();
  const { helpId } = await ana.api.help.create.mutate({ councilId, help });
  await ben.api.help.answer.mutate({ helpId, text: 'The second half.' });
  const screen = openScreen(ana, `/council/${councilId}`);
  await screen.press('button', 'Say whether it changed anything');
  await screen.write('What do you do differently? (optional)', 'I stop after a minute.');
  await screen.press('button', 'Close the request');
  await screen.findByText('Changed something');
  await screen.findByText(/^Too early to say/);
  const { requests } = await ben.api.help.list.query({ councilId });
  expect(requests).toMatchObject([{ verdict: { changed: true, what: 'I stop after a minute.' } }]);
});

test('a sentence is heard for ten seconds, then who heard it writes what stayed, and only then reads it', async () => {
  const { ana, ben, councilId } = await seat();
  const pitch = { text: 'I make hospitals wait less.', length: 'short' as const, feedback: 'heard' as const };
  await ana.api.help.create.mutate({ councilId, help: pitch });
  const screen = openScreen(ben, `/council/${councilId}`);
  await screen.findByText(/^One sentence, shown to you for ten seconds/);
  expect(document.body.textContent).not.toContain(pitch.text);
  await screen.press('button', 'Hear it');
  await screen.findByText(pitch.text);
  expect(screen.queryByLabelText('What did you hear?')).toBeNull();
  await screen.findByLabelText('What did you hear?');
  expect(document.body.textContent).not.toContain(pitch.text);
  await screen.write('What did you hear?', 'Something with hospitals.');
  await screen.press('button', 'Answer');
  await screen.findByText(pitch.text);
  await screen.findByText('Something with hospitals.');
});
