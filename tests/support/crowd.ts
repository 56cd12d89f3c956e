import pg from 'pg';

/** Rows of one table: where they come from, and what stands in each column. Columns that the table does not have are left out. */
type Rows = { table: string; from: string; columns: Record<string, string> };

const seats = 6;
const councils = 'generate_series($1::int, $2::int) n';
const people = `${councils}, generate_series(1, ${seats}) k`;
const others = `${people}, generate_series(1, ${seats}) o`;
/** The id of something of person `k` in council `n`; the same in every crowd. */
const id = (what: string, ...keys: string[]) => `md5('${what}' || concat_ws(':', '', ${keys.join(', ')}))::uuid`;
const sealed = (steps: number) => `decode(repeat(md5(random()::text), ${steps}), 'hex')`;
const person = id('person', 'n', 'k');
const other = id('person', 'n', 'o');
const council = id('council', 'n');
const begun = "now() - interval '3 days'";
const yesterday = "now() - interval '1 day'";
const owned = { owner_id: person };
const kinds = ['opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round'] as const;
const root = id('opportunity', 'n', 'k');

const identity: Rows[] = [
  { table: 'account', from: people, columns: { id: person, email_hash: `'crowd ' || n || ' ' || k`, sealed: sealed(8) } },
  { table: 'sealing_key', from: people, columns: { owner_id: person, wrapped: sealed(4), canary_id: '1' } },
  { table: 'sealing_key', from: councils, columns: { owner_id: council, wrapped: sealed(4), canary_id: '1' } },
  {
    table: 'council',
    from: councils,
    columns: { id: council, founder_id: id('person', 'n', '1'), sealed: sealed(8), created_at: begun },
  },
  { table: 'charter', from: councils, columns: { council_id: council, version: '1', sealed: sealed(40) } },
  {
    table: 'membership',
    from: people,
    columns: {
      council_id: council,
      account_id: person,
      role: `(case k when 1 then 'moderator' else 'member' end)::council_role`,
      accepted_charter: '1',
      joined_at: begun,
    },
  },
];

const nouns: Record<(typeof kinds)[number], Record<string, string>> = {
  opportunity: { stage: `'negotiating'`, sealed: sealed(24) },
  mission: { opportunity_id: root, sealed: sealed(64) },
  offer: { sealed: sealed(12) },
  negotiation: { offer_id: id('offer', 'n', 'k'), sealed: sealed(24) },
  debrief: { reads_state: `(case k % 3 when 0 then 'open' else 'revealed' end)::reads_state`, sealed: sealed(40) },
  round: {
    negotiation_id: id('negotiation', 'n', 'k'),
    number: '1',
    state: `(case k % 3 when 0 then 'open' else 'revealed' end)::round_state`,
    deadline_at: `now() + interval '3 days'`,
    sealed: sealed(12),
  },
};

const items = kinds.flatMap((kind): Rows[] => [
  { table: 'item', from: people, columns: { id: id(kind, 'n', 'k'), kind: `'${kind}'`, opportunity_id: root, ...owned } },
  { table: kind, from: people, columns: { id: id(kind, 'n', 'k'), ...owned, ...nouns[kind] } },
]);

const part = (table: string, parent: string, many: number, more: Record<string, string>, on = `${parent}_id`): Rows => ({
  table,
  from: `${people}, generate_series(1, ${many}) j`,
  columns: { [on]: id(parent, 'n', 'k'), ...owned, ...more },
});
const listed = (what: string, many: number, more: Record<string, string> = {}) =>
  part(what, 'negotiation', many, { id: id(what, 'n', 'k', 'j'), sealed: sealed(8), ...more });

const parts: Rows[] = [
  part('stage_change', 'opportunity', 2, { id: id('stage_change', 'n', 'k', 'j'), stage: `'lead'`, '"on"': 'current_date' }),
  part('offer_version', 'offer', 1, { id: id('version', 'n', 'k', 'j'), number: 'j', stage: `'written'`, sealed: sealed(64) }),
  part('walk_away', 'negotiation', 1, { sealed: sealed(8) }),
  listed('ask', 3, { rank: 'j' }),
  listed('objection', 2, { rank: 'j' }),
  listed('move', 2, { at: yesterday }),
  listed('evidence', 1),
  listed('term', 2, { rank: 'j' }),
  part('tick', 'negotiation', 2, { key: `'open.' || j` }),
];

const share = (kind: string): Rows => ({
  table: 'share',
  from: people,
  columns: {
    id: id('share', `'${kind}'`, 'n', 'k'),
    item_id: id(kind, 'n', 'k'),
    council_id: council,
    levels: `'{"company":"hidden","pay":"range","equity":"hidden","benefits":"hidden","dates":"hidden","notes":"hidden"}'`,
    created_at: yesterday,
    kind: `'${kind}'`,
    opportunity_id: root,
    ...owned,
  },
});

const answer = (table: string, kind: string): Rows => ({
  table,
  from: others,
  columns: { [`${kind}_id`]: id(kind, 'n', 'k'), author_id: other, sealed: sealed(8), ...owned },
});

const talk: Rows[] = [
  ...['mission', 'offer', 'negotiation', 'debrief', 'round'].map(share),
  {
    table: 'view_log',
    from: `${others} where o <> k`,
    columns: { id: id('view', 'n', 'k', 'o'), item_id: id('offer', 'n', 'k'), reader_id: other, ...owned },
  },
  answer('read', 'debrief'),
  answer('sealed_counter', 'round'),
  {
    table: 'thread',
    from: `${people}, generate_series(1, 2) j`,
    columns: {
      id: id('thread', 'n', 'k', 'j'),
      item_id: id('mission', 'n', 'k'),
      block_id: `'statement'`,
      starter_id: id('person', 'n', 'j'),
      sealed: sealed(4),
      created_at: yesterday,
      ...owned,
    },
  },
  {
    table: 'comment',
    from: `${others}, generate_series(1, 2) j`,
    columns: {
      id: id('comment', 'n', 'k', 'j', 'o'),
      thread_id: id('thread', 'n', 'k', 'j'),
      item_id: id('mission', 'n', 'k'),
      author_id: other,
      sealed: sealed(12),
      starter_id: id('person', 'n', 'j'),
      begun_at: yesterday,
      created_at: yesterday,
      ...owned,
    },
  },
  {
    table: 'notification',
    from: `${others}, generate_series(1, 2) j where o <> k`,
    columns: {
      id: id('notification', 'n', 'k', 'o', 'j'),
      recipient_id: person,
      actor_id: other,
      kind: `'commented'`,
      item_id: id('mission', 'n', 'o'),
      thread_id: id('thread', 'n', 'o', 'j'),
      at: yesterday,
    },
  },
];

const opportunities = '(values (1, 1)) p(n, k), generate_series(1, 29) j';
const further = id('opportunity', 'n', 'k', 'j');

/** What makes person 1 of council 1 busy: thirty opportunities, and a conversation of fifty comments at person 2's mission. */
const busy: Rows[] = [
  {
    table: 'item',
    from: opportunities,
    columns: { id: further, kind: `'opportunity'`, opportunity_id: further, ...owned },
  },
  { table: 'opportunity', from: opportunities, columns: { id: further, stage: `'applied'`, sealed: sealed(24), ...owned } },
  {
    table: 'stage_change',
    from: opportunities,
    columns: { id: id('applied', 'j'), opportunity_id: further, stage: `'applied'`, '"on"': 'current_date', ...owned },
  },
  {
    table: 'thread',
    from: '(values (1, 2)) p(n, k)',
    columns: {
      id: id('thread', 'n', 'k', '50'),
      item_id: id('mission', 'n', 'k'),
      block_id: `'item'`,
      starter_id: id('person', 'n', '1'),
      sealed: sealed(4),
      created_at: yesterday,
      ...owned,
    },
  },
  {
    table: 'comment',
    from: '(values (1, 2)) p(n, k), generate_series(1, 50) j',
    columns: {
      id: id('comment', 'n', 'k', '50', 'j'),
      thread_id: id('thread', 'n', 'k', '50'),
      item_id: id('mission', 'n', 'k'),
      author_id: id('person', 'n', '1 + j % 6'),
      sealed: sealed(12),
      starter_id: id('person', 'n', '1'),
      begun_at: yesterday,
      created_at: yesterday,
      ...owned,
    },
  },
];

async function columnsOf(client: pg.Client): Promise<Set<string>> {
  const found = await client.query<{ name: string }>(
    `select c.relname || '.' || quote_ident(a.attname) as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  );
  return new Set(found.rows.map((row) => row.name));
}

async function insert(client: pg.Client, known: Set<string>, { table, from, columns }: Rows, values: number[]): Promise<void> {
  const written = Object.entries(columns).filter(([column]) => known.has(`${table}.${column}`));
  const into = `insert into "${table}" (${written.map(([column]) => column).join(', ')})`;
  await client.query(`${into} select ${written.map(([, value]) => value).join(', ')} from ${from}`, values);
}

/**
 * Fills councils `from` to `to` of six people each, by SQL and past every rule: each person with an opportunity, one of
 * every noun shared with the table, twelve comments and ten notifications. What is sealed has its size and no meaning.
 * In the first council somebody is busy.
 */
export async function fillCouncils(adminUrl: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await columnsOf(client);
    // neither foreign keys nor triggers: every row below is whole as it is written
    await client.query('set session_replication_role = replica');
    for (let first = from; first <= to; first += 1000)
      for (const rows of [...identity, ...items, ...parts, ...talk])
        await insert(client, known, rows, [first, Math.min(first + 999, to)]);
    if (from === 1) for (const rows of busy) await insert(client, known, rows, []);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** The id of something in a crowd, as SQL: of person `seat` (1 to 6) in council `number`. */
export const crowdId = (what: string, number: number, seat: number, ...more: number[]) =>
  `md5('${[what, number, seat, ...more].join(':')}')::uuid`;
