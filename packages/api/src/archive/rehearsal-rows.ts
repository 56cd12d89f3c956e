import { rehearsalStates } from '@parley/domain/rehearsal/rehearsal';
import { lineContent, noteContent, noteKinds } from '../rehearsal/rows.ts';
import { at, empty, flag, id, keep, number, oneOf } from './rows.ts';

const author = 't.author_id = viewer()';

/** Calls that were played with the viewer, and what they themselves wrote and said in them. They stay with who played them. */
export const rehearsalTables = [
  keep(
    'rehearsal',
    {
      id,
      negotiationId: id,
      state: oneOf('rehearsal_state', rehearsalStates),
      createdAt: at,
      startedAt: empty(at),
      endedAt: empty(at),
    },
    { mine: '(t.owner_id = viewer() or t.peer_id = viewer())' },
  ),
  keep(
    'rehearsal_note',
    { rehearsalId: id, kind: oneOf('rehearsal_note_kind', noteKinds), opened: flag, rev: number },
    {
      content: noteContent,
      mine: author,
      bound: (row, viewerId) => `${String(row.rehearsalId)}:${viewerId}:${String(row.kind)}`,
    },
  ),
  keep('rehearsal_line', { id, rehearsalId: id, at }, { content: lineContent, mine: author }),
];
