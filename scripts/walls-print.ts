import type { Catalogue, Grant, Policy, Relation, Role, Routine } from './walls-catalogue.ts';

const head = `-- The second wall as it stands: roles, grants, row-level security, triggers and functions, printed from the catalogue of
-- a migrated database. Changed by a migration, never here: \`npm run walls\` writes it anew, tests/api/walls-file.test.ts compares.
-- What is not granted here nobody may do but the owner of the database, whom the walls hold too.`;

const chapter = (name: string) => `-- ${'-'.repeat(64)} ${name}`;

const verbs = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
const rank = (verb: string) => (verbs.includes(verb) ? verbs.indexOf(verb) : verbs.length);
const inOrder = (one: string, other: string) => rank(one) - rank(other);

/** An expression of the catalogue as somebody would write it: on one line, no name that a sub-select does not need. */
function plain(expression: string): string {
  return expression
    .replaceAll(/\s+/g, ' ')
    .replaceAll('( SELECT', '(SELECT')
    .replaceAll(/\(SELECT (\w+)\(\) AS \1\)/g, '(SELECT $1())')
    .replaceAll(/\((\(SELECT \w+\(\)\))\)/g, '$1');
}

const width = 130;

/** Grants in as few lines as they can be said: who may do the same is named together. */
function grantLines(thing: string, grants: Grant[]): string[] {
  const held = new Map<string, string[]>();
  for (const to of new Set(grants.map((grant) => grant.to))) {
    const own = grants.filter((grant) => grant.to === to);
    const whole = own
      .filter(({ columns }) => columns === null)
      .map(({ what }) => what)
      .sort(inOrder);
    const narrow = own.flatMap(({ what, columns }) => (columns === null ? [] : `${what} (${columns.join(', ')})`));
    for (const said of [...(whole.length ? [whole.join(', ')] : []), ...narrow]) held.set(said, [...(held.get(said) ?? []), to]);
  }
  return [...held].map(([what, to]) => `GRANT ${what} ON ${thing} TO ${to.join(', ')};`);
}

/** One line where it fits, else broken before clauses, and these before AND and OR. */
function folded(head: string, clauses: string[]): string {
  const line = [head, ...clauses].join(' ');
  if (line.length <= width) return line;
  const lines = [head];
  for (const clause of clauses) {
    const [first = '', ...rest] = clause.split(/ (?=(?:AND|OR) )/);
    lines.push(`  ${first}`);
    for (const part of rest) {
      const longer = `${lines.at(-1)} ${part}`;
      if (longer.length <= width) lines[lines.length - 1] = longer;
      else lines.push(`    ${part}`);
    }
  }
  return lines.join('\n');
}

function policyLines({ name, permissive, verb, roles, using, check }: Policy, table: string): string[] {
  const how = permissive ? '' : ' AS RESTRICTIVE';
  const clauses = [
    ...(using === null ? [] : [`USING (${plain(using)})`]),
    ...(check === null ? [] : [`WITH CHECK (${plain(check)})`]),
  ];
  return [`${folded(`CREATE POLICY ${name} ON ${table}${how} FOR ${verb} TO ${roles.join(', ')}`, clauses)};`];
}

function triggerLine(definition: string): string {
  const [start = '', ...clauses] = definition.split(/ (?=WHEN \(|EXECUTE )/);
  return `${folded(start, clauses)};`;
}

function wallLines({ name, kind, walled, forced }: Relation): string[] {
  if (kind !== '') return [];
  if (!walled) return ['-- outside the walls: no row-level security'];
  return [`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY${forced ? `, FORCE ROW LEVEL SECURITY` : ''};`];
}

function relationLines(relation: Relation): string[] {
  const { name, kind, owner, grants, policies, triggers } = relation;
  const lines = [
    ...(owner === null ? [] : [`ALTER TABLE ${name} OWNER TO ${owner};`]),
    ...wallLines(relation),
    ...grantLines(`${kind}${name}`, grants),
    ...policies.flatMap((policy) => policyLines(policy, name)),
    ...triggers.map(triggerLine),
  ];
  return [chapter(name), ...lines];
}

function roleLines({ name, attributes, memberOf }: Role): string[] {
  return [`CREATE ROLE ${name} ${attributes.join(' ')};`, ...memberOf.map((held) => `GRANT ${held} TO ${name};`)];
}

/** The definition with all that comes before the body on one line. */
function defined(definition: string): string {
  const at = definition.search(/\n(AS \$|BEGIN ATOMIC|RETURN )/);
  return `${definition.slice(0, at).replaceAll(/\s*\n\s*/g, ' ')}${definition.slice(at).trimEnd()};`;
}

function routineLines({ signature, owner, definition, grants }: Routine): string[] {
  return [
    defined(definition),
    ...(owner === null ? [] : [`ALTER FUNCTION ${signature} OWNER TO ${owner};`]),
    ...(grants.some(({ to }) => to === 'PUBLIC') ? [] : [`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;`]),
    ...grantLines(`FUNCTION ${signature}`, grants),
  ];
}

/** The walls as one readable piece of SQL. */
export function printWalls({ roles, schema, relations, routines }: Catalogue): string {
  const pieces = [
    [head],
    [chapter('roles'), ...roles.flatMap(roleLines), ...grantLines('SCHEMA public', schema)],
    ...relations.map(relationLines),
    [chapter('functions')],
    ...routines.map(routineLines),
  ];
  return `${pieces.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Tables of which somebody may change every column, and who: rows say who writes, columns say what. */
export function wholeUpdates({ relations }: Pick<Catalogue, 'relations'>): string[] {
  return relations.flatMap(({ name, columns, grants }) =>
    grants
      .filter(({ what }) => what.startsWith('UPDATE'))
      .filter((grant) => grant.columns === null || columns.every((column) => grant.columns?.includes(column)))
      .map(({ to }) => `${name}: ${to} may change all of it`),
  );
}
