import { defaultAssumptions } from '@parley/domain/compensation/assumptions';
import {
  blankComponents,
  type Components,
  componentNames,
  known,
  none,
  type Stated,
  unknown,
} from '@parley/domain/compensation/components';
import { restateComponents } from '@parley/domain/compensation/restate';
import { DomainError } from '@parley/domain/kernel/error';
import { civilDate } from '@parley/domain/kernel/input';
import type { Deadline } from '@parley/domain/offer/deadline';
import { deadline as deadlineShape, draft as draftShape } from '@parley/domain/offer/input';
import type { Draft } from '@parley/domain/offer/offer';
import { checkVersion } from '@parley/domain/offer/policy';
import { useState } from 'react';
import { z } from 'zod';
import { drafts } from '../../../lib/drafts.ts';
import type { FieldSentence } from '../../../lib/failure.ts';
import { usePerson } from '../../../lib/person.ts';
import { useKeeping } from '../../../lib/use-draft.ts';

/** What is typed in from a letter: the version, and what belongs to the offer as a whole. */
export type Entry = { receivedOn: string | null; deadline: Deadline | null; draft: Draft };

const entryShape = z.strictObject({ receivedOn: civilDate.nullable(), deadline: deadlineShape.nullable(), draft: draftShape });

/** An entry with nothing in it yet. */
export function blankEntry(currency: string): Entry {
  const content = { currency, components: blankComponents(), notes: '' };
  return { receivedOn: null, deadline: null, draft: { stage: 'written', content } };
}

/** A state chosen by hand: what was typed stays when it is still of use. */
export function turnStated<T>(part: Stated<T>, state: Stated<unknown>['state'], blank: T): Stated<T> {
  if (state === 'known') return part.state === 'known' ? part : known(blank);
  return state === 'none' ? none : unknown;
}

const inside = (value: unknown, name: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Half-typed values are allowed in a kept entry; its build must be that of one. */
function isEntry(held: unknown): held is Entry {
  const components = ['draft', 'content', 'components'].reduce<unknown>(inside, held);
  // an entry kept by an older build lacks what was not known then
  const hasStates = componentNames.every((name) => {
    const part = inside(components, name);
    return (part === undefined && name !== 'base') || typeof inside(part, 'state') === 'string';
  });
  return hasStates && typeof inside(inside(held, 'draft'), 'stage') === 'string' && inside(held, 'deadline') !== undefined;
}

/** What is wrong with an entry, beside which field; nothing when it can be sent. */
export function wrongIn(entry: Entry): FieldSentence[] {
  const parsed = entryShape.safeParse(entry);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => {
      const isOpen = Number.isNaN(path.reduce<unknown>(inside, entry));
      return { path: path.join('.'), message: isOpen ? 'Fill this in or remove it.' : message };
    });
  const frame = {
    receivedOn: null,
    deadline: null,
    extension: 'none' as const,
    redFlag: null,
    assumptions: defaultAssumptions,
    draft: null,
  };
  try {
    checkVersion(parsed.data.draft, frame, 'draft');
  } catch (error) {
    if (error instanceof DomainError) return [{ path: error.path ?? '', message: error.message }];
    throw error;
  }
  return [];
}

/** A kept entry with every component: what an older build did not know is not said. */
function completed({ draft, ...entry }: Entry): Entry {
  const components = { ...blankComponents(), ...draft.content.components };
  return { ...entry, draft: { ...draft, content: { ...draft.content, components } } };
}

export type EntryTools = ReturnType<typeof useEntry>;

/** An entry while it is typed: kept in the browser at once, checked when it is sent. */
export function useEntry(name: string, initial: Entry) {
  const { id } = usePerson();
  const { state, keep, clear } = useKeeping(id, name);
  const [restored] = useState(() => {
    const held = drafts.read(id, name);
    return isEntry(held) ? completed(held) : null;
  });
  const [entry, setEntry] = useState<Entry>(restored ?? initial);
  const [wrong, setWrong] = useState<readonly FieldSentence[]>([]);
  const change = (patch: Partial<Entry>) => {
    const next = { ...entry, ...patch };
    setEntry(next);
    keep(next);
    // what was refused is looked at anew, so that no sentence outlives its mistake
    if (wrong.length > 0) setWrong(wrongIn(next));
  };
  const { content, stage } = entry.draft;
  const setContent = (patch: Partial<typeof content>) => change({ draft: { stage, content: { ...content, ...patch } } });
  return {
    entry,
    components: content.components,
    currency: content.currency,
    state,
    isRestored: restored !== null,
    change,
    setContent,
    /** Another currency: what was typed stays the figure it is. */
    setCurrency: (currency: string) =>
      setContent({ currency, components: restateComponents(content.components, content.currency, currency) }),
    setStage: (next: Draft['stage']) => change({ draft: { stage: next, content } }),
    set: (patch: Partial<Components>) => setContent({ components: { ...content.components, ...patch } }),
    setWrong,
    wrong,
    /** The sentence for the field at this path or below it. */
    errorAt: (path: string) => wrong.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message,
    restart: () => {
      setEntry(initial);
      setWrong([]);
      clear();
    },
    clear,
  };
}
