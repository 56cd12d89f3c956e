import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { machineClocks, machineDefaults } from './architecture/clock.ts';
import { incompleteDecisions } from './architecture/decisions.ts';
import { againstDirection, crossingFeatures, importCycles, reachingStores } from './architecture/direction.ts';
import {
  clockReaders,
  environmentReaderFiles,
  escapes,
  memberless,
  plainColumns,
  tooLong,
  viewerMinters,
} from './architecture/exceptions.ts';
import { foldersInCircles, fullDrawers, misnamedRouters, partsInCircles, thinParts } from './architecture/folders.ts';
import { viewerMints } from './architecture/minting.ts';
import {
  barrels,
  defaultExports,
  meaninglessNames,
  misnamedInputs,
  misnamedQuestions,
  unknownNames,
  untestedPages,
} from './architecture/naming.ts';
import { clearColumns, openTables, readModels, staleColumns, unmodelledTables } from './architecture/schema.ts';
import { looseSecurity } from './architecture/security.ts';
import type { Source } from './architecture/source.ts';
import { readSources } from './architecture/source.ts';
import { environmentReaders, oversize, staleExceptions, typeEscapes } from './architecture/style.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const code = [
  ...readSources(root, ['packages', 'apps', 'tests', 'prisma', 'scripts'], ['.ts', '.tsx', '.mjs']),
  { path: 'prisma.config.ts', text: readFileSync(`${root}/prisma.config.ts`, 'utf8') },
];
const typed = code.filter(({ path }) => !path.endsWith('.mjs'));
const models = readSources(root, ['prisma/models'], ['.prisma']).flatMap(({ text }) => readModels(text));
const walled = models.filter(({ table }) => !(table in memberless));
const migrations = readSources(root, ['prisma/migrations'], ['.sql'])
  .map(({ text }) => text)
  .join('\n');

const security = readFileSync(`${root}/docs/security.md`, 'utf8');
const decisions = readSources(root, ['docs/decisions'], ['.md']);

describe('the house', () => {
  test('is read whole', () => {
    const nouns = new Set(typed.map(({ path }) => /^packages\/domain\/src\/([\w-]+)\//.exec(path)?.[1]));
    expect([...nouns]).toEqual(expect.arrayContaining(['debrief', 'kernel']));
    expect(models.map(({ table }) => table)).toEqual(expect.arrayContaining(['walk_away', 'comment', 'read']));
    expect(migrations).toContain('walk_away');
  });

  test.each([
    ['imports go in one direction', () => againstDirection(typed)],
    ['a store reaches into no other store and no router', () => reachingStores(typed)],
    ['a feature imports no other feature', () => crossingFeatures(typed)],
    ['there are no cycles, type imports included', () => importCycles(typed)],
    ['folders of a layer point one way', () => foldersInCircles(typed)],
    ['parts of a noun point one way', () => partsInCircles(typed)],
    ['a part is a folder from three files on', () => thinParts(typed)],
    ['no drawer holds more than can be surveyed', () => fullDrawers(typed)],
    ['a router is called so, and nothing else is', () => misnamedRouters(typed)],
    ['every file name is in the vocabulary', () => unknownNames(code)],
    ['every page has a test beside it', () => untestedPages(code)],
    ['an input is called by its act or by what it names', () => misnamedInputs(typed)],
    ['a question of policy is called can…, and answers a decision', () => misnamedQuestions(typed)],
    ['no name is empty of meaning', () => meaninglessNames(code)],
    ['there are no barrels', () => barrels(typed)],
    ['default exports are only where a tool demands one', () => defaultExports(typed)],
    ['only one file reads the environment', () => environmentReaders(code, environmentReaderFiles)],
    ['nothing asks the machine what time it is', () => machineClocks(typed, clockReaders)],
    ['no column is stamped by a program', () => machineDefaults(readSources(root, ['prisma/models'], ['.prisma']))],
    ['no listed reader of a clock is gone', () => staleExceptions(clockReaders, machineClocks(typed, {}))],
    ['nothing tells the compiler to look away', () => typeEscapes(typed, escapes)],
    ['only a guard says who calls', () => viewerMints(typed, viewerMinters)],
    ['no listed guard is gone', () => staleExceptions(viewerMinters, viewerMints(typed, {}))],
    ['every table is behind row-level security', () => openTables(walled, migrations)],
    ['every table is described by a model', () => unmodelledTables(models, migrations)],
    ['no column holds content in clear', () => clearColumns(models, plainColumns)],
    ['every decision says when, why, what else was tried and what follows', () => incompleteDecisions(decisions)],
    ['what is said of security is held by files that are there', () => looseSecurity(security, root)],
    ['no listed column is gone', () => staleColumns(models, plainColumns)],
    ['no listed escape is gone', () => staleExceptions(escapes, typeEscapes(typed, {}))],
    ['no listed long file is gone', () => staleExceptions(tooLong, oversize(code))],
  ])('%s', (_, violations) => {
    expect(violations()).toEqual([]);
  });

  test('files and functions are short, and the list of exceptions only shrinks', () => {
    expect(oversize(code).filter((line) => !Object.keys(tooLong).some((path) => line.startsWith(`${path}:`)))).toEqual([]);
    expect(Object.keys(tooLong).length).toBeLessThanOrEqual(0);
  });
});

const file = (path: string, text = ''): Source => ({ path, text });
const domain = 'packages/domain/src/debrief/debrief.ts';
const store = 'packages/api/src/debrief/store.ts';
const noun = 'packages/domain/src/negotiation';
const decision = [
  '# 7. X',
  'Date: 2026-11-22 · Status: in force',
  ...['Decision', 'Why', 'Alternatives', 'Consequence'].map((name) => `**${name}.** a`),
].join('\n\n');
const panel = 'apps/web/src/features/debrief/debrief-panel.tsx';

describe('each check of the house can fail', () => {
  test.each<[string, string[], number]>([
    [
      'a line of security names what is not there',
      looseSecurity(`${security}\n| 1.1.9 | a | met | \`tests/none.test.ts\` |`, root),
      2,
    ],
    ['a line of security is of no state', looseSecurity(security.replace('| met |', '| nearly |'), root), 2],
    ['domain reads a file', againstDirection([file(domain, "import { readFileSync } from 'node:fs';")]), 1],
    ['domain uses zod', againstDirection([file(domain, "import { z } from 'zod';")]), 0],
    ['domain knows the database', againstDirection([file(domain, "import { a } from '@parley/db/client';")]), 1],
    ['a relative path leaves the package', againstDirection([file(domain, "import '../../../db/src/client.ts';")]), 1],
    ['api tells the story', againstDirection([file(store, "import { a } from '../../../../prisma/seed.ts';")]), 1],
    ['web takes a value of the api', againstDirection([file(panel, "import { a } from '@parley/api/router';")]), 1],
    ['web takes a type of the api', againstDirection([file(panel, "import type { A } from '@parley/api/router';")]), 0],
    ['web names a type of the database', againstDirection([file(panel, "type A = import('@parley/db/client').A;")]), 1],
    ['web loads the api later', againstDirection([file(panel, "void import('@parley/api/router');")]), 1],
    ['api knows the web', againstDirection([file(store, "import { a } from '../../../../apps/web/src/lib/trpc.ts';")]), 1],
    [
      'parts import each other',
      partsInCircles([file(`${noun}/asks/a.ts`, "import '../plan/b.ts';"), file(`${noun}/plan/b.ts`, "import '../asks/a.ts';")]),
      1,
    ],
    [
      'a part imports another',
      partsInCircles([file(`${noun}/asks/a.ts`, "import '../plan/b.ts';"), file(`${noun}/plan/b.ts`)]),
      0,
    ],
    [
      'a folder and a file beside it import each other',
      foldersInCircles([
        file('packages/api/src/trpc.ts', "import type { A } from './identity/a.ts';"),
        file('packages/api/src/identity/b.ts', "import '../trpc.ts';"),
      ]),
      1,
    ],
    [
      'a folder imports a file beside it',
      foldersInCircles([file('packages/api/src/trpc.ts'), file('packages/api/src/identity/b.ts', "import '../trpc.ts';")]),
      0,
    ],
    ['a part of two files', thinParts(['a', 'b'].map((name) => file(`${noun}/asks/${name}.ts`))), 1],
    ['a part of three files', thinParts(['a', 'b', 'c'].map((name) => file(`${noun}/asks/${name}.ts`))), 0],
    ['a drawer of twenty-six', fullDrawers(Array.from({ length: 26 }, (_, at) => file(`${noun}/a${at}.ts`))), 1],
    ['a drawer of twenty-five', fullDrawers(Array.from({ length: 25 }, (_, at) => file(`${noun}/a${at}.ts`))), 0],
    ['a view with a router', misnamedRouters([file('packages/api/src/round/view.ts', 'export const a = router({});')]), 1],
    ['a router without one', misnamedRouters([file('packages/api/src/round/router.ts', 'export const a = 1;')]), 1],
    [
      'a decision without its reason',
      incompleteDecisions([file('docs/decisions/007-x.md', decision.replace('**Why.** a', ''))]),
      1,
    ],
    ['a decision under another number', incompleteDecisions([file('docs/decisions/008-x.md', decision)]), 1],
    ['a decision', incompleteDecisions([file('docs/decisions/007-x.md', decision)]), 0],
    ['a store reads another store', reachingStores([file(store, "import { a } from '../mission/store.ts';")]), 1],
    ['a store reads its own part', reachingStores([file(store, "import { a } from './read/store.ts';")]), 0],
    ['a store calls a router', reachingStores([file(store, "import { a } from './router.ts';")]), 1],
    ['a store reads its domain', reachingStores([file(store, "import { a } from '@parley/domain/debrief/debrief';")]), 0],
    ['a feature imports a feature', crossingFeatures([file(panel, "import { A } from '../offer/offer-card.tsx';")]), 1],
    ['a feature imports the app', crossingFeatures([file(panel, "import { A } from '../../app/layout.tsx';")]), 1],
    [
      'a component knows a feature',
      crossingFeatures([file('apps/web/src/components/a.tsx', "import '../features/debrief/debrief-panel.tsx';")]),
      1,
    ],
    ['a feature imports its own', crossingFeatures([file(panel, "import { A } from './debrief-card.tsx';")]), 0],
    [
      'two files know each other by type',
      importCycles([file('a.ts', "import type { B } from './b.ts';"), file('b.ts', "import type { A } from './a.ts';")]),
      1,
    ],
    ['one file knows another', importCycles([file('a.ts', "import type { B } from './b.ts';"), file('b.ts')]), 0],
    ['a name outside the vocabulary', unknownNames([file('packages/api/src/debrief/queries.ts')]), 1],
    ['a page outside its feature', unknownNames([file('apps/web/src/features/debrief/debrief-widget.tsx')]), 1],
    ['a page without a test', untestedPages([file('apps/web/src/features/debrief/debrief-page.tsx')]), 1],
    [
      'a page with one',
      untestedPages(['', '.test'].map((end) => file(`apps/web/src/features/debrief/debrief-page${end}.tsx`))),
      0,
    ],
    ['names of the vocabulary', unknownNames([file(store), file(panel), file(domain)]), 0],
    ['a drawer for everything', meaninglessNames([file('packages/domain/src/kernel/utils.ts')]), 1],
    ...['getOffer', 'GetOffer', 'OfferInput'].map((name): [string, string[], number] => [
      `an input called ${name}`,
      misnamedInputs([file('packages/api/src/offer/router.ts', `router({ get: read(${name}, offerQuestion) });`)]),
      1,
    ]),
    [
      'an input called so',
      misnamedInputs([file('packages/api/src/offer/router.ts', 'signedIn.input(SaveOffer).mutation();')]),
      0,
    ],
    ['an index', meaninglessNames([file('packages/domain/src/offer/index.ts')]), 1],
    ['a barrel', barrels([file('a.ts', "export * from './b.ts';")]), 1],
    ['a barrel of one name', barrels([file('a.ts', "export { b } from './b.ts';")]), 1],
    ['a default export', defaultExports([file('a.ts', 'export default 1;')]), 1],
    ['a default export for a tool', defaultExports([file('vitest.config.ts', 'export default 1;')]), 0],
    ['the environment is read', environmentReaders([file('a.ts', 'const port = process.env.PORT;')], /^env\.ts$/), 1],
    ['the environment is read askew', environmentReaders([file('a.ts', "const port = process['env'];")], /^env\.ts$/), 1],
    ['the environment in its file', environmentReaders([file('env.ts', 'const port = process.env.PORT;')], /^env\.ts$/), 0],
    ['a store asks the machine', machineClocks([file(store, 'const a = new Date();\nconst b = Date.now();')], {}), 2],
    ['a store reads a date', machineClocks([file(store, 'const a = new Date(text);')], {}), 0],
    ['a test asks the machine', machineClocks([file('tests/api/a.test.ts', 'later(Date.now());')], {}), 1],
    ['a stamp by Prisma', machineDefaults([file('a.prisma', '  at DateTime @default(now())')]), 1],
    ['a stamp by the database', machineDefaults([file('a.prisma', '  at DateTime @default(dbgenerated("moment()"))')]), 0],
    ['any', typeEscapes([file('a.ts', 'const a: any = 1;')], {}), 1],
    ['a non-null mark', typeEscapes([file('a.ts', 'const b = a!.b;')], {}), 1],
    ['an assertion', typeEscapes([file('a.ts', 'const b = a as string;')], {}), 1],
    ['a silenced compiler', typeEscapes([file('a.ts', `// @ts-${'ignore'}\nconst b = 1;`)], {}), 1],
    [
      'as const, and the word in prose',
      typeEscapes([file('a.tsx', 'const a = [1] as const; const b = <p>as ever!</p>;')], {}),
      0,
    ],
    ['a listed escape', typeEscapes([file('a.ts', 'const a: any = 1;')], { 'a.ts': 'why' }), 0],
    ['a listed escape that is gone', staleExceptions({ 'a.ts': 'why' }, []), 1],
    ['a store says who calls', viewerMints([file(store, "import { mintViewer as m } from '../guard.ts';")], {}), 1],
    ['a store knows who calls', viewerMints([file(store, "import type { Viewer } from '../guard.ts';")], {}), 0],
    ['a long file', oversize([file('a.ts', 'a();\n'.repeat(201))]), 1],
    ['a long file of tests', oversize([file('tests/api/a.test.ts', 'a();\n'.repeat(401))]), 1],
    ['a fair file of tests', oversize([file('tests/api/a.test.ts', 'a();\n'.repeat(400))]), 0],
    ['a long function', oversize([file('a.ts', `const a = () => {\n${'a();\n'.repeat(60)}};`)]), 1],
    ['a long chapter of tests', oversize([file('a.test.ts', `describe('a', () => {\n${'a();\n'.repeat(60)}});`)]), 0],
  ])('%s', (_, violations, count) => {
    expect(violations).toHaveLength(count);
  });
});

const model = `model Note {
  id     String  @id @db.Uuid
  sealed Bytes
  title  String?
  amount Int
  tags   String[]
  at     DateTime @db.Timestamptz(3)

  @@map("note")
}
`;
const secured =
  'create policy own on note using (true); alter table note enable row level security; alter table "note" FORCE row level security;';

const looped = `DO $$ BEGIN FOREACH t IN ARRAY ARRAY['a', 'note'] LOOP EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t); END LOOP; FOR part IN SELECT * FROM (VALUES ('b', 'x'), ('note', 'y')) AS p(t, u)
LOOP EXECUTE format('CREATE POLICY reader_sees ON %I FOR SELECT USING (may(%I))', part.t, part.u); END LOOP; END $$;`;

describe('each check of the database can fail', () => {
  test.each<[string, string[], string[]]>([
    ['content in clear', clearColumns(readModels(model), {}), ['Note.title', 'Note.amount', 'Note.tags']],
    ['sealed in name only', clearColumns(readModels('model A {\n  sealed String\n}\n'), {}), ['A.sealed']],
    ['a listed column', clearColumns(readModels(model), { 'Note.title': '', 'Note.amount': '', 'Note.tags': '' }), []],
    ['a listed column that is gone', staleColumns(readModels(model), { 'Note.gone': 'why' }), ['Note.gone']],
    ['no wall', openTables(readModels(model), ''), ['note: enable', 'note: force', 'note: policy']],
    ['a wall', openTables(readModels(model), secured), []],
    ['a wall in a comment', openTables(readModels(model), `-- ${secured}`), ['note: enable', 'note: force', 'note: policy']],
    [
      'a wall of a table with a longer name',
      openTables(readModels(model), secured.replaceAll('note', 'notes')),
      ['note: enable', 'note: force', 'note: policy'],
    ],
    ['a wall built in a loop', openTables(readModels(model), looped), []],
    [
      'a loop that forgets the table',
      openTables(readModels(model), looped.replaceAll("'note'", "'other'")),
      ['note: enable', 'note: force', 'note: policy'],
    ],
    [
      'a wall taken down',
      openTables(readModels(model), `${secured} alter table note disable row level security;`),
      ['note: not to be disabled'],
    ],
    ['a table beside the models', unmodelledTables(readModels(model), 'create table if not exists diary (id int);'), ['diary']],
    ['a table of a model', unmodelledTables(readModels(model), 'CREATE TABLE "note" (id int);'), []],
  ])('%s', (_, violations, expected) => {
    expect(violations).toEqual(expected);
  });
});
