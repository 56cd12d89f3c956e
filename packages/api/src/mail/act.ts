import { notFound } from '@parley/domain/kernel/error';
import type { SaveMail } from '@parley/domain/mail/input';
import type { z } from 'zod';
import { ownCouncils } from '../council/rows.ts';
import { act } from '../write.ts';
import { addCouncilMail, clearCouncilMail, judgeAnew, keepMail } from './rows.ts';

/** Keeps when mail comes and browsers are told; what waits is judged anew by it. A council in which the viewer does not sit is none of theirs. */
export const savingMail = act({
  facts: () => ({ councils: ownCouncils() }),
  decide({ rows }, { councils, ...wish }: z.output<typeof SaveMail>) {
    const mine = new Set(rows.councils.map(({ ownerId }) => ownerId));
    if (councils.some(({ councilId }) => !mine.has(councilId))) throw notFound();
    const differs = new Map(councils.map(({ councilId, choice, pushes }) => [councilId, { choice, pushes }]));
    const kept = [...differs].map(([councilId, { choice, pushes }]) =>
      addCouncilMail(councilId, choice === wish.standard ? null : choice, pushes === wish.pushes ? null : pushes),
    );
    const keep = keepMail(wish.standard, wish.pushes, wish.hour, wish.weekday);
    return { changes: [keep, clearCouncilMail(), ...kept, judgeAnew()], answer: { saved: true } };
  },
});
