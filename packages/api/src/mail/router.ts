import { SaveMail } from '@parley/domain/mail/input';
import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { savingMail } from './act.ts';
import { mailQuestion } from './view.ts';

export const mailRouter = router({ get: readOwn(mailQuestion), save: write(SaveMail, savingMail) });
