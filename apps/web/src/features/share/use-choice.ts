import type { ItemKind } from '@parley/domain/item/item';
import type { Levels } from '@parley/domain/item/levels';
import { canShareAt } from '@parley/domain/share/policy';
import { type Audience, shareSentence } from '@parley/domain/share/sentence';
import { useState } from 'react';
import { useFormat } from '../../lib/format.ts';
import { type Options, type Standing, useDays } from './use-share.ts';

/** What is being chosen: with whom, how much, until when; and the sentence that says it. */
export function useChoice(kind: ItemKind, options: Options, standing: Standing) {
  const format = useFormat();
  const { dayOf, endOf, lastDay } = useDays();
  const latest = lastDay(options.longestDays);
  const first = options.councils.find((one) => one.members.length > 0) ?? options.councils[0];
  const [councilId, setCouncilId] = useState(first?.councilId ?? '');
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [levels, setLevels] = useState<Levels>(options.levels);
  const [until, setUntil] = useState(() => {
    const proposed = options.expiresAt === null ? '' : dayOf(new Date(options.expiresAt));
    return proposed > latest ? latest : proposed;
  });

  const council = options.councils.find((one) => one.councilId === councilId);
  const members = council?.members ?? [];
  const named = members.filter(({ id }) => all || chosen.includes(id));
  const expiresAt = until === '' ? null : endOf(until);
  const audience: Audience = { names: named.map(({ name }) => name), council: all ? (council?.name ?? '') : null };
  // the last moment of the day, not the first of the next
  const lastMoment = expiresAt === null ? null : lastMomentOf(expiresAt);
  const ready = all || named.length > 0;
  const sentence = ready ? shareSentence(kind, audience, levels, lastMoment && format.dayOf(lastMoment)) : null;
  const here = canShareAt(
    kind,
    standing.shares.some((share) => share.councilId !== councilId),
  );
  const why = here.allowed ? missing(kind, ready, until, expiresAt) : here.reason;
  return {
    council,
    members,
    all,
    chosen,
    levels,
    until,
    latest,
    expiresAt,
    sentence,
    /** Those chosen who see the company's name already, though this share hides it. */
    already: levels.company === 'exact' ? [] : named.filter(({ id }) => options.namedTo.includes(id)).map(({ name }) => name),
    why,
    /** Those who get a share of their own. */
    persons: all ? [] : named,
    /** Whom to make a share for: null is the whole council. */
    targets: all ? [null] : named.map(({ id }) => id),
    toWhom: all ? (council?.name ?? '') : format.list(audience.names),
    setLevels,
    setUntil,
    setAll,
    setChosen,
    setCouncil: (next: string) => {
      setCouncilId(next);
      setChosen([]);
    },
  };
}

export type Choice = ReturnType<typeof useChoice>;

/** An end at midnight is said by the last day that is still whole. */
export const lastMomentOf = (end: string) => new Date(Date.parse(end) - 1);

function missing(kind: ItemKind, ready: boolean, until: string, expiresAt: string | null): string | null {
  if (!ready) return 'Choose who may read it.';
  if (kind === 'offer' && until === '') return 'Choose an end date: an offer is always shared until a date.';
  return until !== '' && expiresAt === null ? 'Choose a whole date.' : null;
}
