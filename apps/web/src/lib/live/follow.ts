import type { QueryClient } from '@tanstack/react-query';
import { tellLoss } from './lost.ts';
import { forgetOthers, refresh, refreshMissed, withoutOwn } from './stale.ts';
import { followStream } from './stream.ts';

/** Keeps what this window has read as the stream says, until the session ends or it is stopped. */
export function follow(client: QueryClient, personId: string, onEnded: () => void): () => void {
  const stop = followStream(personId, {
    onNews: (news) => void refresh(client, withoutOwn(news)),
    onLost(since) {
      tellLoss(since);
      if (since === null) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    },
    onEnded() {
      forgetOthers(client);
      onEnded();
    },
  });
  const look = () => refreshMissed(client);
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    tellLoss(null);
    stop();
  };
}
