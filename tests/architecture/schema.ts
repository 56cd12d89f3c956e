export type Column = { name: string; type: string; structural: boolean };
export type Model = { name: string; table: string; columns: Column[] };

const scalar = /^(String|Bytes|Json|Int|BigInt|Float|Decimal|Unsupported)\b/;

/** Models of Prisma files with the columns that could hold content; ids, relations, states and times are structure. */
export function readModels(text: string): Model[] {
  return [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => {
    const columns = [...body.matchAll(/^ {2}(\w+) +([\w(")]+)[\][?]*(.*)$/gm)].flatMap(([, column = '', type = '', rest = '']) =>
      scalar.test(type) ? [{ name: column, type, structural: rest.includes('@db.Uuid') }] : [],
    );
    return { name, table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, columns };
  });
}

/** Columns that could hold content in clear: neither an id, nor `sealed`, nor on the list. */
export function clearColumns(models: Model[], listed: Record<string, string>): string[] {
  return models.flatMap((model) =>
    model.columns
      .filter((column) => !column.structural && !(column.name === 'sealed' && column.type === 'Bytes'))
      .map((column) => `${model.name}.${column.name}`)
      .filter((name) => !(name in listed)),
  );
}

/** Listed columns that no model has any more. */
export function staleColumns(models: Model[], listed: Record<string, string>): string[] {
  const there = new Set(models.flatMap((model) => model.columns.map((column) => `${model.name}.${column.name}`)));
  return Object.keys(listed).filter((name) => !there.has(name));
}

const withoutComments = (sql: string) => sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');

const loop =
  /foreach\s+\w+\s+in\s+array\s+array\[([^\]]*)\]([\s\S]*?)end\s+loop|for\s+\w+\s+in\s+select\s+\*\s+from\s+\(values([\s\S]*?)\)\s+as([\s\S]*?)end\s+loop/gi;

/** The SQL with every loop over a list of table names written out, one statement a name. */
function unrolled(sql: string): string {
  const statements = [...sql.matchAll(loop)].flatMap(([, array, arrayBody, values, valuesBody]) => {
    const names = [...(array ?? values ?? '').matchAll(array === undefined ? /\(\s*'(\w+)'/g : /'(\w+)'/g)];
    const templates = [...(arrayBody ?? valuesBody ?? '').matchAll(/format\('((?:[^']|'')*)'/g)];
    return names.flatMap(([, name = '']) => templates.map(([, template = '']) => template.replace('%I', name)));
  });
  return [sql.replace(loop, ''), ...statements].join(';\n');
}
const table = (name: string) => `(?:only\\s+)?(?:"?public"?\\.)?"?${name}"?`;

/** Tables of models that no migration puts behind enabled and forced row-level security with a policy. */
export function openTables(models: Model[], migrations: string): string[] {
  const sql = unrolled(withoutComments(migrations));
  const has = (pattern: string) => new RegExp(pattern, 'i').test(sql);
  return models.flatMap(({ table: name }) => {
    const alter = `alter\\s+table\\s+(?:if\\s+exists\\s+)?${table(name)}\\s+`;
    const missing = [
      has(`${alter}enable\\s+row\\s+level`) ? [] : ['enable'],
      has(`${alter}force\\s+row\\s+level`) ? [] : ['force'],
      has(`create\\s+policy\\s+"?\\w+"?\\s+on\\s+${table(name)}(?![\\w"])`) ? [] : ['policy'],
      has(`${alter}(?:disable|no\\s+force)\\s+row\\s+level`) ? ['not to be disabled'] : [],
    ].flat();
    return missing.map((what) => `${name}: ${what}`);
  });
}

/** Tables that a migration makes and no model describes. */
export function unmodelledTables(models: Model[], migrations: string): string[] {
  const made = withoutComments(migrations).matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?(?:"?public"?\.)?"?(\w+)"?/gi);
  const known = new Set(models.map((model) => model.table));
  return [...made].flatMap(([, name = '']) => (known.has(name) ? [] : name));
}
