import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { drafts } from '../../lib/drafts.ts';
import { usePerson } from '../../lib/person.ts';

/** Forgets what the window knew of somebody else; what comes next is asked for anew. */
export function useFreshStart(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.resetQueries(), [client]);
}

/** Leaves nothing of this person in the window or in the browser's drafts, then shows the door. */
export function useFarewell(): () => void {
  const { id } = usePerson();
  return useCallback(() => {
    drafts.clearAll(id);
    window.location.assign('/sign-in');
  }, [id]);
}
