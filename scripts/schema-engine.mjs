#!/usr/bin/env node
// Prisma's command line wants a native schema engine and would download it. This program takes the same
// arguments and speaks the same line-delimited JSON-RPC on stdio over the WebAssembly build that npm installs.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: 'string', multiple: true, short: 'd' },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean', short: 'V' },
  },
});

const datasource = JSON.parse(values.datasource ?? '{}');

/** What the engine asks once at its start, answered without a server for commands that need none. */
const paper = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {
    throw new Error('This command needs a database: set DATABASE_URL.');
  },
  startTransaction: async () => {
    throw new Error('This command needs a database: set DATABASE_URL.');
  },
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => {},
};

const charType = 18;
const bitType = 1560;

/**
 * A connection for the engine. Two things the adapter itself does otherwise: a script is sent whole (it would cut
 * function bodies at their semicolons), and the catalogue's type "char" is answered (it does not know it).
 */
async function connectTo(url) {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => {});
  let chars = [];
  const query = pool.query.bind(pool);
  pool.query = async (...args) => {
    const result = await query(...args);
    const fields = result.fields ?? [];
    chars = fields.flatMap((field, index) => (field.dataTypeID === charType ? [index] : []));
    for (const index of chars) fields[index].dataTypeID = bitType;
    return result;
  };
  const connection = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (params) => {
    const result = await queryRaw(params);
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  connection.executeScript = async (script) => {
    // as the runner does: what cannot stand in a transaction goes statement by statement
    const parts = script.startsWith('-- outside a transaction\n') ? script.split(/^-- then$/m) : [script];
    for (const part of parts) await query(part);
  };
  return connection;
}

/** An empty database for replaying the migrations, gone when the engine lets it go. */
async function connectToShadow(url) {
  const name = `parley_shadow_${randomUUID().replaceAll('-', '')}`;
  const target = new URL(url);
  target.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await pool.query(`CREATE DATABASE ${name}`);
  const connection = await connectTo(target.href);
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await dispose();
    await pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await pool.end();
  };
  return connection;
}

const adapter = bindMigrationAwareSqlAdapterFactory({
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => (datasource.url ? connectTo(datasource.url) : paper),
  connectToShadowDb: async () => {
    const url = datasource.shadowDatabaseUrl ?? datasource.url;
    if (!url) throw new Error('Replaying the migrations needs a server: set DATABASE_URL.');
    return connectToShadow(url);
  },
});

function load() {
  const path = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const module = new WebAssembly.Module(readFileSync(path.replace(/\.js$/, '.wasm')));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

function createEngine() {
  const datamodels = values.datamodels?.map((path) => [path, readFileSync(path, 'utf8')]);
  return bindings.SchemaEngine.new({ datamodels }, (line) => process.stderr.write(`${line}\n`), adapter);
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

// Where the engine leaves the words of a panic before it stops.
let panic = '';
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };

const named = { getDatabaseVersion: 'version' };

async function answer(engine, { method, params }) {
  const result = await engine[named[method] ?? method](params ?? {});
  if (method !== 'diff') return result ?? {};
  if (result.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } });
  return { exitCode: result.exitCode };
}

function failure(error) {
  const message = panic || (error instanceof Error ? error.message : String(error));
  const data = { is_panic: false, message, error_code: error?.code, meta: error?.meta };
  return { code: 4466, message: 'An error happened. Check the data field for details.', data };
}

async function serve() {
  let engine;
  let queue = Promise.resolve();
  const handle = async (request) => {
    try {
      engine ??= await createEngine();
      send({ id: request.id, result: await answer(engine, request) });
    } catch (error) {
      send({ id: request.id, error: failure(error) });
    }
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const request = JSON.parse(line);
    // The answer to a print is a message without a method.
    if (request.method) queue = queue.then(() => handle(request));
  }
  await queue;
  process.exit(0);
}

async function runCommand(command) {
  if (command === 'can-connect-to-database') {
    const connection = await connectTo(datasource.url);
    await connection.executeScript('select 1');
    return;
  }
  if (command !== 'create-database') throw new Error(`Unknown command ${command}`);
  const target = new URL(datasource.url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const connection = await connectTo(target.href);
  await connection.executeScript(`create database "${name.replaceAll('"', '""')}"`);
}

function refuse(error) {
  const known = { 28000: 'P1000', '28P01': 'P1000', '3D000': 'P1003', ECONNREFUSED: 'P1001', ENOTFOUND: 'P1001' };
  const cause = error?.cause?.originalCode ?? error?.code;
  const fields = { message: error?.message ?? String(error), error_code: known[cause] ?? 'P1001' };
  process.stderr.write(`${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`);
  process.exit(1);
}

load();
if (values.version) {
  process.stdout.write(`schema-engine-cli ${bindings.version()}\n`);
} else if (positionals[0] === 'cli') {
  await runCommand(positionals[1]).then(() => process.exit(0), refuse);
} else {
  await serve();
}
