import { MoveFields } from '@parley/domain/negotiation/ledger/input';
import type { Ledger } from '@parley/domain/negotiation/ledger/ledger';
import type { KeptMove, RemovedMove } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { useHoldingBack } from '../../../components/feedback/use-walk-away.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';
import { useRevised } from '../../../lib/use-revised.ts';

/** What the parts of the ledger are about. */
export type LedgerProps = {
  negotiationId: string;
  moves: readonly KeptMove[];
  removed: readonly RemovedMove[];
  ledger: Ledger;
  plan: Plan;
  mine: boolean;
  /** "You", or the name of who negotiates. */
  candidate: string;
};

type Fields = z.input<typeof MoveFields>;

/** The package of a move, or the one laid beside it. */
export type Put = 'package' | 'second';

const newerMove = z.looseObject({ rev: z.number(), at: z.string(), words: z.string() });

/** A new move is now, of the side whose turn it is, with whom the last one was. */
function blankMove({ ledger, moves }: LedgerProps): Fields {
  return {
    at: new Date().toISOString(),
    party: ledger.turn.state === 'yours' ? 'candidate' : 'employer',
    kind: 'propose',
    channel: 'call',
    counterpart: moves.at(-1)?.counterpart ?? null,
    package: emptyPackage,
    second: null,
    leaned: null,
    words: '',
    firmness: 'unclear',
    heard: [],
    about: null,
    cites: null,
  };
}

/** A move as its form holds it. */
export function fieldsOf({
  at,
  party,
  kind,
  channel,
  counterpart,
  words,
  firmness,
  heard,
  about,
  cites,
  package: figures,
  second,
  leaned,
}: KeptMove): Fields {
  return {
    at,
    party,
    kind,
    channel,
    counterpart,
    package: figures,
    second: second ?? null,
    leaned: leaned ?? null,
    words,
    firmness,
    heard,
    about,
    cites: cites?.offerId ?? null,
  };
}

/** The form of one move, new or corrected: what is typed is kept, and a newer version is offered beside it. */
export function useMoveForm(props: LedgerProps & { move: KeptMove | null; onClose: () => void }) {
  const { negotiationId, move, onClose } = props;
  const trpc = useTRPC();
  const add = useMutation(trpc.move.add.mutationOptions());
  const save = useMutation(trpc.move.save.mutationOptions());
  const [defaultValues] = useState(() => (move ? fieldsOf(move) : blankMove(props)));
  const draft = { name: `move:${move?.moveId ?? negotiationId}`, rev: move?.rev ?? fresh };
  const keeping = useParleyForm({ schema: MoveFields, defaultValues, draft });

  const holding = useHoldingBack(negotiationId);
  const send = async (fields: Fields, based: number) => {
    await holding.look(fields, move);
    return move
      ? save.mutateAsync({ moveId: move.moveId, rev: based, move: fields })
      : add.mutateAsync({ negotiationId, move: fields });
  };
  const done = () => {
    onClose();
  };
  return { keeping, holding, ...useRevised(keeping, { newer: newerMove, send, done }) };
}

export type MoveKeeping = ReturnType<typeof useMoveForm>['keeping'];
