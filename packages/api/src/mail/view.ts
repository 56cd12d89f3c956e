import { usualMail } from '@parley/domain/mail/mail';
import { openAbout, ownCouncils } from '../council/rows.ts';
import type { Given } from '../guard.ts';
import { sendsMail } from '../identity/rows.ts';
import { question } from '../read.ts';
import { ownCouncilMail, ownMail } from './rows.ts';

const ask = () => ({ mail: ownMail(), differs: ownCouncilMail(), sends: sendsMail(), councils: ownCouncils() });

/** When the viewer gets mail and their browsers are told: for all councils, and for each of theirs. Null where one does not differ. */
export const mailQuestion = question({
  ask,
  answer({ rows, open }: Given<ReturnType<typeof ask>>) {
    const differs = new Map(rows.differs.map(({ councilId, choice, pushes }) => [councilId, { choice, pushes }]));
    const councils = rows.councils.map((row) => {
      const { ownerId: councilId } = row;
      return { councilId, name: openAbout(open, row).name, choice: null, pushes: null, ...differs.get(councilId) };
    });
    return { ...(rows.mail[0] ?? usualMail), sends: rows.sends[0]?.mails ?? false, councils };
  },
});
