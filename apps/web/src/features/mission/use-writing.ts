import type { MissionDocument } from '@parley/domain/mission/mission';
import { createContext, use, useEffect, useRef, useState } from 'react';
import { drafts } from '../../lib/drafts.ts';
import { usePerson } from '../../lib/person.ts';

/** Which lines of the mission are being written, each by its place: a block's id, `statement`, `objective:new`. */
type Open = Readonly<
  Record<
    string,
    { /** Where a new line goes in among its kind. */ at: number /** It waited in this browser. */; isRestored: boolean }
  >
>;

export type Writing = {
  placeOf: (place: string) => Open[string] | undefined;
  open: (place: string, at?: number) => void;
  /** Closes it; `focus` is the block that has the keyboard after it. */
  close: (place: string, focus?: string) => void;
  /** Gives a block the keyboard once it stands where it should. */
  focus: (id: string) => void;
};

export const WritingContext = createContext<Writing>({
  placeOf: () => undefined,
  open: () => undefined,
  close: () => undefined,
  focus: () => undefined,
});

export const useWriting = (): Writing => use(WritingContext);

/** Every place at which something may have been typed and not finished, with the name of its draft. */
function listPlaces({ objectives, questions, needs }: MissionDocument): { place: string; names: string[]; at: number }[] {
  const one = (place: string, at = 0) => ({ place, names: [place, `${place}:line`], at });
  return [
    ...['statement', 'corrections', 'objective:new', 'question:new', 'need:new'].map((place) => one(place)),
    ...objectives.flatMap(({ id, keyResults }) => [
      one(id),
      one(`${id}:new`, keyResults.length),
      ...keyResults.map((result) => one(result.id)),
    ]),
    ...[...questions, ...needs].map(({ id }) => one(id)),
  ];
}

/** Lines that are being written. What waited in this browser stands open from the start, and takes no focus. */
export function useWritingState(missionId: string, document: MissionDocument, begins: string | null): Writing {
  const { id: person } = usePerson();
  const [open, setOpen] = useState<Open>(() => {
    const waits = listPlaces(document).filter(({ names }) =>
      names.some((name) => drafts.read(person, `mission:${missionId}:${name}`) !== null),
    );
    const restored = waits.map(({ place, at }) => [place, { at, isRestored: true }] as const);
    return { ...Object.fromEntries(restored), ...(begins === null ? {} : { [begins]: { at: 0, isRestored: false } }) };
  });
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const block = wanted.current === null ? null : window.document.getElementById(`block-${wanted.current}`);
    if (!block) return;
    wanted.current = null;
    block.querySelector<HTMLElement>('textarea, [data-line]')?.focus();
  });
  const [, draw] = useState(0);
  const focus = (id: string) => {
    wanted.current = id;
    draw((times) => times + 1);
  };
  return {
    placeOf: (place) => open[place],
    open: (place, at = 0) => setOpen((now) => ({ ...now, [place]: { at, isRestored: false } })),
    close: (place, next) => {
      setOpen((now) => Object.fromEntries(Object.entries(now).filter(([one]) => one !== place)));
      if (next !== undefined) focus(next);
    },
    focus,
  };
}
