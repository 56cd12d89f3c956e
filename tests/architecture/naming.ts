import type { Source } from './source.ts';
import { importsOf, visitNodes } from './source.ts';

const word = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** The closed vocabulary: a file whose path matches none of these has no place in the house. */
const vocabulary: RegExp[] = [
  `packages/domain/src/${word}(/${word})?/${word}(\\.test)?\\.ts`,
  'packages/db/src/(client|embedded|binaries|cluster|lock|migrate|seal|vault|as-user|id|statement|line|flush|ring|memory|bell|whole-file|ready|turns|master|rotation|walls|copy|sealed-file|replica)(\\.test)?\\.ts',
  'packages/api/src/(app|context|trpc|router|policy|policy-row|failure|idempotency|start-check|door|guard|read|write|clock|session-port|cookie|limit|stale|stale-row|streams|tell|post|unsubscribe)(\\.test)?\\.ts',
  'packages/api/src/edge/(arrival|file|plain)\\.ts',
  `packages/api/src/${word}(/${word})?/(${word}-)?(router|store|view|rows|act)\\.ts`,
  'packages/api/src/(council|identity)/(policy|stale)\\.ts',
  'packages/api/src/told/(told|telling|identity)\\.ts',
  'packages/api/src/identity/(session|password|worn|totp/code)(\\.test)?\\.ts',
  'apps/server/src/(main|env|deps|web|fault|(access|statement)-log|connections|health|keys|operator|mailer|pusher|public-address|slow|version|wire)(\\.test)?\\.ts',
  `apps/server/src/keep/${word}(\\.test)?\\.ts`,
  'apps/web/((vite\\.config|dev)\\.ts|routes\\.mjs)',
  'apps/web/src/main\\.tsx',
  `apps/web/gallery/${word}\\.tsx`,
  `apps/web/src/app/(${word}(\\.test)?\\.tsx?|routes/(${word}/)?[\\w$.-]+\\.tsx)`,
  `apps/web/src/features/${word}(/${word})?/(${word}-)?(page|form|list|card|dialog|panel|chart)(\\.test)?\\.tsx`,
  `apps/web/src/features/${word}(/${word})?/use-${word}\\.ts`,
  `apps/web/src/components(/${word})?/${word}\\.tsx`,
  `apps/web/src/lib/((live|file|time)/)?${word}(\\.test)?\\.tsx?`,
  `prisma/(seed|story/${word})\\.ts`,
  '(vitest|playwright|prisma|knip)\\.config\\.ts',
  `scripts/${word}\\.(ts|mjs)`,
  `tests/(support|architecture)/${word}\\.tsx?`,
  'tests/(architecture|access|privacy)\\.test\\.ts',
  `tests/api/${word}\\.test\\.ts`,
  `tests/e2e/${word}\\.spec\\.ts`,
  `tests/(faults|cluster|bench|attack)/${word}(\\.test)?\\.(ts|mjs)`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Files whose name is not in the closed vocabulary. */
export function unknownNames(sources: Source[]): string[] {
  return sources.map(({ path }) => path).filter((path) => !vocabulary.some((pattern) => pattern.test(path)));
}

const taken = /(?:\.input|\b(?:read|write|witness))\(\s*([A-Za-z]\w*)\s*[,)]/g;
/** An act (`SaveOffer`), one thing (`OfferRef`), all of something (`RoundsOf`, `SharedIn`). */
const inputName = /^(?!Get|List)[A-Z][a-zA-Z]+(?<!Input|Schema)$/;

/** Schemas that a procedure takes and that are not called by their act or by what they name. */
export function misnamedInputs(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => /^packages\/api\/src\/.+router\.ts$/.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(taken)].map(([, name = '']) => ({ path, name })))
    .filter(({ name }) => name !== 'ctx' && !inputName.test(name))
    .map(({ path, name }) => `${path}: ${name}`);
}

/** Questions of policy in the domain that are not called `can…`, and what is called so and does not answer a Decision. */
export function misnamedQuestions(sources: Source[]): string[] {
  const declared = /^export function (\w+)(?:<[^>]*>)?\([\s\S]*?\)(?:: ([^{]+?))? \{$/gm;
  return sources
    .filter(({ path }) => /^packages\/domain\/src\/(?!kernel\/).+(?<!\.test)\.ts$/.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(declared)].map(([, name = '', answer = '']) => ({ path, name, answer })))
    .filter(({ name, answer }) => /^can[A-Z]/.test(name) !== (answer === 'Decision'))
    .map(({ path, name }) => `${path}: ${name}`);
}

/** Pages without a test of theirs beside them. */
export function untestedPages(sources: Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  return [...paths].filter((path) => /-page\.tsx$/.test(path) && !paths.has(path.replace(/\.tsx$/, '.test.tsx')));
}

const meaningless = new Set(
  ['util', 'helper', 'common', 'misc', 'type', 'service', 'manager', 'shared', 'index'].flatMap((name) => [name, `${name}s`]),
);

/** Files or folders with a name that says nothing about the product. */
export function meaninglessNames(sources: Source[]): string[] {
  const parts = (path: string) => path.split(/[/.-]/);
  // TanStack Router names the page of a place itself.
  const given = /^apps\/web\/src\/app\/routes\/([\w$.-]+\.)?index\.tsx$/;
  return sources.map(({ path }) => path).filter((path) => !given.test(path) && parts(path).some((part) => meaningless.has(part)));
}

/** Files that pass on what another file exports. */
export function barrels(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((found) => found.reExport)
      .map((found) => `${source.path}: passes on ${found.specifier}`),
  );
}

const demandedByTool = /(^|\/)[\w.-]+\.config\.ts$|^tests\/(support|cluster)\/[\w-]*setup\.ts$/;

/** Default exports where no tool demands one. */
export function defaultExports(sources: Source[]): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ path }) => !demandedByTool.test(path))) {
    visitNodes(source, (node) => {
      if (node.type === 'ExportDefaultDeclaration') found.push(source.path);
    });
  }
  return found;
}
