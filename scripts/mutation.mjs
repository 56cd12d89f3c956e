import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, tool } from './house.mjs';

const wanted = 90;

/** The noun that a rule belongs to; of a noun with parts, the part. */
const sectionOf = (path) => path.split('/').slice(3, -1).join('/');

process.chdir(root);
await install();
// `npm run mutation -- --incremental` takes over what the last run found out about files that are the same.
if ((await tool('stryker', ['run', ...process.argv.slice(2)])) !== 0) process.exit(1);

const { files } = JSON.parse(readFileSync(join(root, 'reports/mutation/mutation.json'), 'utf8'));
const sections = new Map();
const unnoticed = [];
for (const [path, { source, mutants }] of Object.entries(files)) {
  const section = sectionOf(path);
  const counted = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const survivors = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const before = sections.get(section) ?? { all: 0, survived: 0 };
  sections.set(section, { all: before.all + counted.length, survived: before.survived + survivors.length });
  for (const { location, replacement } of survivors) {
    const line = source.split('\n')[location.start.line - 1].trim();
    unnoticed.push(`${path}:${location.start.line}:${location.start.column}  ${line}  →  ${replacement.replaceAll(/\s+/g, ' ')}`);
  }
}

process.stdout.write(`\nNo test noticed:\n${unnoticed.map((line) => `  ${line}\n`).join('')}\n`);
for (const [section, { all, survived }] of sections) {
  const score = (100 * (all - survived)) / all;
  process.stdout.write(`${section.padEnd(20)} ${score.toFixed(1)} %  (${all - survived} of ${all})\n`);
  if (!(score >= wanted)) process.exitCode = 1;
}
