import {
  type Afterwards,
  afterwardsSentences,
  foreseeReaders,
  type NamedShare,
  type When,
} from '@parley/domain/share/afterwards';
import { useFormat } from '../../lib/format.ts';
import type { Choice } from './use-choice.ts';
import type { Options, Standing } from './use-share.ts';

type Person = { id: string; name: string };

/** What each of some people sees once their own share in a council has ended. */
function useFall({ kind, shares }: Standing, councils: Options['councils']) {
  const format = useFormat();
  const sits = (councilId: string, id: string) =>
    councils.some((council) => council.councilId === councilId && council.members.some((member) => member.id === id));
  const rows = shares.map((share): NamedShare => {
    return { ...share, expiresAt: share.expiresAt === null ? null : new Date(share.expiresAt), revokedAt: null };
  });
  const after = ({ id }: Person, councilId: string, at: Date): Afterwards | null => {
    const reaching = rows.filter((row) => row.readerId === id || (row.readerId === null && sits(row.councilId, id)));
    return foreseeReaders(reaching, { readerId: id, councilId }, at);
  };
  // the last moment of the day, not the first of the next
  const dayOf = (end: Date) => format.dayOf(new Date(end.getTime() - 1));
  return (when: When, people: readonly Person[], councilId: string, at: Date) => {
    const falling = people.map((person) => ({ name: person.name, after: after(person, councilId, at) }));
    return afterwardsSentences(kind, when, falling, dayOf);
  };
}

/** For a share that is being chosen: what its readers see after its end, where that is not nothing. */
export function useAfterwards(standing: Standing, options: Options) {
  const fall = useFall(standing, options.councils);
  return ({ persons, council, expiresAt }: Choice): string[] =>
    fall('After that', persons, council?.councilId ?? '', expiresAt === null ? new Date() : new Date(expiresAt));
}

/** For a share that stands: what its reader sees after its end, and if it is stopped now. */
export function useEndOf(standing: Standing, options: Options | undefined) {
  const fall = useFall(standing, options?.councils ?? []);
  return ({ readerId, readerName, councilId, expiresAt }: Standing['shares'][number]): string[] => {
    if (readerId === null || !options) return [];
    const people = [{ id: readerId, name: readerName ?? '' }];
    const stopped = fall('If you stop now,', people, councilId, new Date());
    if (expiresAt === null) return stopped;
    const at = new Date(expiresAt);
    const same = fall('If you stop now,', people, councilId, at).join() === stopped.join();
    return same
      ? fall('After that, or if you stop now,', people, councilId, at)
      : [...fall('After that', people, councilId, at), ...stopped];
  };
}
