import type { DebriefKind } from '@parley/domain/debrief/debrief';
import { debriefKinds } from '@parley/domain/debrief/debrief';
import { id } from '@parley/domain/kernel/input';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { drafts } from '../../lib/drafts.ts';
import { newId } from '../../lib/new-id.ts';
import { usePerson } from '../../lib/person.ts';
import type { Begun } from './use-autosave.ts';

const kept = z.strictObject({ debriefId: id, kind: z.enum(debriefKinds) });

/**
 * The debrief that is being captured. Until the server has it, this browser knows that it was begun: who closes the tab in
 * the lift finds it where they left it.
 */
export function useBegun(opportunityId: string, arrived: DebriefKind | undefined, onArrived: () => void) {
  const { id: person } = usePerson();
  const name = `capture:${opportunityId}`;
  const fresh = (kind: DebriefKind): Begun => {
    const made = { debriefId: newId(), kind };
    drafts.write(person, name, made);
    return made;
  };
  const [begun, setBegun] = useState<Begun | null>(() => {
    const held = kept.safeParse(drafts.read(person, name));
    if (held.success) return held.data;
    return arrived ? fresh(arrived) : null;
  });
  const told = useRef(onArrived);
  const [asked, setAsked] = useState(arrived);
  // asked for while this room is open already
  if (arrived !== asked) {
    setAsked(arrived);
    if (arrived && !begun) setBegun(fresh(arrived));
  }
  useEffect(() => {
    if (arrived) told.current();
  }, [arrived]);
  return {
    begun,
    start: (kind: DebriefKind) => setBegun(fresh(kind)),
    /** The server has it. */
    found: () => drafts.clear(person, name),
    /** Not one word of it: it was never begun. What still waits to be sent is found again. */
    finish: (written: boolean) => {
      if (!written) drafts.clear(person, name);
      setBegun(null);
    },
  };
}
