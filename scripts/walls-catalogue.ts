import type pg from 'pg';

/** What somebody may do with a thing; `columns` is null where it is the whole of it. `to` is a role, PUBLIC, or CURRENT_USER for the owner of the database. */
export type Grant = { to: string; what: string; columns: string[] | null };
export type Policy = {
  name: string;
  permissive: boolean;
  verb: string;
  roles: string[];
  using: string | null;
  check: string | null;
};
export type Role = { name: string; attributes: string[]; memberOf: string[] };
/** `owner` is null where it is the owner of the database. `kind` is the word that GRANT wants before the name. */
export type Relation = {
  name: string;
  kind: '' | 'SEQUENCE ';
  owner: string | null;
  columns: string[];
  walled: boolean;
  forced: boolean;
  grants: Grant[];
  policies: Policy[];
  triggers: string[];
};
export type Routine = { signature: string; owner: string | null; definition: string; grants: Grant[] };
export type Catalogue = { roles: Role[]; schema: Grant[]; relations: Relation[]; routines: Routine[] };

const databaseOwner = '(SELECT datdba FROM pg_database WHERE datname = current_database())';

// Roles belong to the whole server: of this database are those that hold or own something in it.
const roles = `
  SELECT rolname AS name,
    array_remove(ARRAY[
      CASE WHEN rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END, CASE WHEN rolsuper THEN 'SUPERUSER' END,
      CASE WHEN rolbypassrls THEN 'BYPASSRLS' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
      CASE WHEN rolcreatedb THEN 'CREATEDB' END, CASE WHEN rolreplication THEN 'REPLICATION' END], NULL) AS attributes,
    ARRAY(SELECT DISTINCT held.rolname::text FROM pg_auth_members m JOIN pg_roles held ON held.oid = m.roleid
          WHERE m.member = r.oid ORDER BY 1) AS "memberOf"
  FROM pg_roles r
  WHERE oid <> ${databaseOwner} AND oid IN (
    SELECT refobjid FROM pg_shdepend
    WHERE refclassid = 'pg_authid'::regclass AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database()))
  ORDER BY 1`;

const grantee = `CASE a.grantee WHEN 0 THEN 'PUBLIC' WHEN ${databaseOwner} THEN 'CURRENT_USER' ELSE a.grantee::regrole::text END`;

const granted = (acl: string, owner: string) => `
  coalesce((SELECT json_agg(json_build_object('to', role, 'what', what, 'columns', NULL) ORDER BY role, what)
   FROM (SELECT ${grantee} AS role,
                a.privilege_type || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS what
         FROM aclexplode(${acl}) a WHERE a.grantee <> ${owner}) g), '[]')`;

const columnGrants = `
  coalesce((SELECT json_agg(json_build_object('to', role, 'what', what, 'columns', columns) ORDER BY role, what)
   FROM (SELECT ${grantee} AS role,
                a.privilege_type || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS what,
                json_agg(quote_ident(attname) ORDER BY attnum) AS columns
         FROM pg_attribute, aclexplode(attacl) a WHERE attrelid = c.oid AND NOT attisdropped GROUP BY 1, 2) g), '[]')`;

const policies = `
  coalesce((SELECT json_agg(json_build_object('name', quote_ident(polname), 'permissive', polpermissive,
     'verb', CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
     'roles', ARRAY(SELECT CASE role WHEN 0 THEN 'PUBLIC' ELSE role::regrole::text END FROM unnest(polroles) role ORDER BY 1),
     'using', pg_get_expr(polqual, polrelid, true), 'check', pg_get_expr(polwithcheck, polrelid, true)) ORDER BY polname)
   FROM pg_policy WHERE polrelid = c.oid), '[]')`;

const ownerOf = (column: string) => `CASE WHEN ${column} <> ${databaseOwner} THEN ${column}::regrole::text END`;

const relations = `
  SELECT quote_ident(relname) AS name, CASE relkind WHEN 'S' THEN 'SEQUENCE ' ELSE '' END AS kind, ${ownerOf('relowner')} AS owner,
    ARRAY(SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum)
      AS columns,
    relrowsecurity AS walled, relforcerowsecurity AS forced,
    ${granted('relacl', 'relowner')} AS grants, ${columnGrants} AS "columnGrants", ${policies} AS policies,
    ARRAY(SELECT pg_get_triggerdef(oid, true) FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal ORDER BY tgname) AS triggers
  FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY relname`;

const routines = `
  SELECT oid::regprocedure::text AS signature, ${ownerOf('proowner')} AS owner, pg_get_functiondef(oid) AS definition,
    ${granted("coalesce(proacl, acldefault('f', proowner))", 'proowner')} AS grants
  FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p') ORDER BY 1`;

const schema = `
  SELECT ${granted('nspacl', 'nspowner')} AS grants FROM pg_namespace WHERE nspname = 'public'`;

/** Everything that decides who may do what in this database, in an order that does not depend on how it came to be. */
export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const found = await client.query<Relation & { columnGrants: Grant[] }>(relations);
  return {
    roles: (await client.query<Role>(roles)).rows,
    schema: (await client.query<{ grants: Grant[] }>(schema)).rows.flatMap(({ grants }) => grants),
    relations: found.rows.map(({ columnGrants: narrow, ...relation }) => ({
      ...relation,
      grants: [...relation.grants, ...narrow],
    })),
    routines: (await client.query<Routine>(routines)).rows,
  };
}
