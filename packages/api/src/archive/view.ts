import { type Bound, count, maybe, statement } from '@parley/db/statement';
import type { ArchivePart, ArchiveTables } from '@parley/domain/archive/archive';
import type { ArchivePartRef } from '@parley/domain/archive/input';
import type { z } from 'zod';
import { question } from '../read.ts';
import { debriefTables, missionTables, negotiationTables, offerTables, opportunityTables, roundTables } from './item-rows.ts';
import { conversationTables, councilTables, personTables } from './person-rows.ts';
import { rehearsalTables } from './rehearsal-rows.ts';
import type { KeptTable } from './rows.ts';

/** Every table that an archive holds, by the part in which it is fetched. Files kept with offers travel by their own call. */
export const keptTables: Record<ArchivePart, readonly KeptTable[]> = {
  person: personTables,
  opportunities: opportunityTables,
  missions: missionTables,
  offers: offerTables,
  negotiations: negotiationTables,
  rounds: roundTables,
  rehearsals: rehearsalTables,
  debriefs: debriefTables,
  conversations: conversationTables,
  councils: councilTables,
};

/** How far the viewer's events have come: two parts that say the same number were fetched with nothing done in between. */
const ownMark = statement({
  name: 'archive_mark',
  takes: [],
  gives: { mark: maybe(count) },
  text: 'select max(seq) as mark from inbox where account_id = viewer()',
});

/** One part of all that is the viewer's own, opened: its tables, and the mark of the moment at which it was read. */
export const partQuestion = question({
  ask: ({ part }: z.output<typeof ArchivePartRef>) => {
    const asked: Record<string, Bound<Record<string, unknown>>> = { mark: ownMark() };
    for (const { table, ask } of keptTables[part]) asked[table] = ask();
    return asked;
  },
  answer({ rows, open, viewer, now }, { part }) {
    const tables: ArchiveTables = {};
    for (const { table, show } of keptTables[part]) tables[table] = (rows[table] ?? []).map((row) => show(open, row, viewer.id));
    return { part, mark: JSON.stringify(rows.mark?.[0]?.mark ?? 0), at: now.toISOString(), tables };
  },
});
