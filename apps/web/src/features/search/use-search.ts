import type { AppRouter } from '@parley/api/router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useDeferredValue } from 'react';
import { usePerson } from '../../lib/person.ts';
import { partOfNegotiation, roomOf } from '../../lib/rooms.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type Found = inferRouterOutputs<AppRouter>['search']['find']['found'][number];

/** What the words find, as they are typed. Nothing of it is kept: the next window asks anew. */
export function useSearch(typed: string) {
  const trpc = useTRPC();
  const { locale } = usePerson();
  const words = useDeferredValue(typed.trim().slice(0, 120));
  const fresh = { staleTime: 0, gcTime: 0, placeholderData: keepPreviousData };
  return useQuery(trpc.search.find.queryOptions({ words, locale }, fresh));
}

/** A place to go to, or an act to begin: one line of the list. */
export type Choice = { key: string; title: string; place: string; passage: string; href: string };

const fill = (path: string, opportunityId: string) => path.replace('$opportunityId', opportunityId);

/** In which part of the negotiation's room its lines stand. */
const partOf = { script: 'plan', ask: 'plan', objection: 'plan', evidence: 'plan', move: 'ledger', term: 'terms' } as const;

const isLine = (kind: Found['kind']): kind is keyof typeof partOf => kind in partOf;

function hrefOf({ kind, id, opportunityId, within }: Found): string {
  if (kind === 'council') return `/council/${id}`;
  if (kind === 'help') return `/council/${within?.id}`;
  if (kind === 'proof' || opportunityId === null) return '/me';
  if (kind === 'debrief') return `${fill(roomOf.debrief, opportunityId)}?open=${id}`;
  if (kind === 'negotiation') return `${fill(roomOf.negotiation, opportunityId)}?of=${id}`;
  if (kind === 'backchannel') return `${fill(roomOf.backchannel, opportunityId)}?on=${id}&at=item`;
  if (kind === 'comment') {
    const room = within && within.kind !== 'council' ? within.kind : 'opportunity';
    return `${fill(roomOf[room], opportunityId)}?on=${within?.id}&talk=${within?.threadId}`;
  }
  if (isLine(kind)) {
    const room = fill(partOfNegotiation, opportunityId).replace('$part', partOf[kind]);
    return `${room}?of=${within?.id}&on=${within?.id}&at=${id}`;
  }
  return fill(roomOf[kind], opportunityId);
}

export const choiceOf = (found: Found): Choice => {
  const { kind, id, title, place, passage } = found;
  return { key: `${kind} ${id}`, title, place, passage, href: hrefOf(found) };
};

/** What can be begun, in the opportunity one is in; elsewhere there is nothing to begin it for. */
export function actsFor(path: string, typed: string): Choice[] {
  const at = /^\/opportunities\/([0-9a-f-]{36})/.exec(path)?.[1];
  const acts = at
    ? [
        { title: 'New debrief', href: `/opportunities/${at}/debriefs?begin=interview` },
        { title: 'Share the offer', href: `/opportunities/${at}/offer?at=share` },
        { title: 'Before the call', href: `/opportunities/${at}/prep` },
      ]
    : [
        { title: 'Add an opportunity', href: '/opportunities' },
        { title: 'Invite somebody', href: '/council' },
      ];
  const words = typed.toLowerCase().trim();
  return acts
    .filter(({ title }) => title.toLowerCase().includes(words))
    .map((act) => ({ ...act, key: act.title, place: 'Act', passage: '' }));
}
