import { notFound } from '@parley/domain/kernel/error';
import type { SaveMail } from '@parley/domain/mail/input';
import type { z } from 'zod';
import { ownCouncils } from '../council/rows.ts';
import { act } from '../write.ts';
import { addCouncilMail, clearCouncilMail, judgeAnew, keepMail } from './rows.ts';

/** Keeps when mail comes; what waits is judged anew by it. A council in which the viewer does not sit is none of theirs. */
export const savingMail = act({
  facts: () => ({ councils: ownCouncils() }),
  decide({ rows }, { standard, hour, weekday, councils }: z.output<typeof SaveMail>) {
    const mine = new Set(rows.councils.map(({ ownerId }) => ownerId));
    if (councils.some(({ councilId }) => !mine.has(councilId))) throw notFound();
    const differs = new Map(councils.map(({ councilId, choice }) => [councilId, choice]));
    const apart = [...differs].filter(([, choice]) => choice !== standard);
    const kept = apart.map(([councilId, choice]) => addCouncilMail(councilId, choice));
    return { changes: [keepMail(standard, hour, weekday), clearCouncilMail(), ...kept, judgeAnew()], answer: { saved: true } };
  },
});
