import { existsSync } from 'node:fs';
import { join } from 'node:path';

const states = ['met', 'not applicable', 'not met'] as const;

type Line = { numbers: string[]; state: string; where: string };

/** The lines of the table of `docs/security.md`. */
const linesOf = (text: string): Line[] =>
  text.split('\n').flatMap((line) => {
    const [, numbers = '', , state = '', where = ''] = line.split('|').map((cell) => cell.trim());
    return /^\d+\.\d+\.\d+/.test(numbers) ? [{ numbers: numbers.split(', '), state, where }] : [];
  });

/** What is wrong with the table: a file that is not there, a state that is none, a number twice, a count that is not its head's. */
export function looseSecurity(text: string, root: string): string[] {
  const lines = linesOf(text);
  const numbers = lines.flatMap((line) => line.numbers);
  const files = [...text.matchAll(/`([\w@.*/-]+\/[\w@.*/-]+)`/g)].map(([, path = '']) => path);
  const count = (state: string) => lines.filter((line) => line.state === state).flatMap((line) => line.numbers).length;
  const head = `**${states.map((state) => `${count(state)} ${state}`).join(' · ')}.**`;
  return [
    ...files.filter((path) => !path.includes('*') && !existsSync(join(root, path))).map((path) => `${path} is not there`),
    ...lines
      .filter(({ state }) => !states.some((one) => one === state))
      .map(({ numbers: [first], state }) => `${first}: ${state}`),
    ...lines.filter(({ where }) => where === '').map(({ numbers: [first] }) => `${first} says nothing`),
    ...numbers.filter((number, at) => numbers.indexOf(number) !== at).map((number) => `${number} stands twice`),
    ...(text.includes(`${numbers.length} requirements`) && text.includes(head)
      ? []
      : [`the head is not ${numbers.length}: ${head}`]),
  ];
}
