import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { calls } from './calls.ts';
import { codeOf, type Golden, goldenChanges, goldenFile, printGolden, procedurePaths, readGolden } from './golden.ts';
import { createStage, relations } from './stage.ts';
import { createUndo } from './undo.ts';
import { createWorld } from './world.ts';

// `npm run golden`: every procedure as every relation, each taken back; what came out is the file, and what changed is said.
it('writes the golden file', async () => {
  const undo = createUndo();
  const stage = await createStage(await createWorld(undo));
  await stage.world.setClock(await stage.world.now());
  const golden: Golden = {};
  for (const path of procedurePaths) {
    const codes: Golden[string] = {};
    for (const relation of relations) {
      const person = stage.people[relation].twin();
      codes[relation] = codeOf(await undo.during(() => person.post(path, calls[path](stage.owen.things, stage))));
    }
    golden[path] = codes;
  }
  await stage.world.close();
  const changes = goldenChanges(readGolden(), golden);
  writeFileSync(goldenFile, printGolden(golden));
  const said = changes.length
    ? ['tests/access.golden.json is written anew. Read each line:', ...changes]
    : ['The golden file is as it was.'];
  process.stdout.write(`\n${said.join('\n')}\n\n`);
});
