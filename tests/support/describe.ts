import type { Declared } from '@parley/db/statement';
import type pg from 'pg';

type Described = { takes: number[]; gives: { name: string; type: number }[] };
type Field = { name: string; dataTypeID: number };

/** What the server says that a statement takes and gives: types by their numbers, nothing executed. */
export function describeStatement(client: pg.Client, { key, text }: Declared): Promise<Described> {
  return new Promise((done, failed) => {
    const found: Described = { takes: [], gives: [] };
    client.query({
      submit(connection: pg.Connection) {
        connection.once('parameterDescription', ({ dataTypeIDs }: { dataTypeIDs: number[] }) => {
          found.takes = dataTypeIDs;
        });
        connection.parse({ name: key, text, types: [] }, true);
        connection.describe({ type: 'S', name: key }, true);
        connection.sync();
      },
      handleRowDescription({ fields }: { fields: Field[] }) {
        found.gives = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
      },
      handleReadyForQuery: () => done(found),
      handleError: failed,
    });
  });
}
