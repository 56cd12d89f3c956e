import { PrepOf } from '@parley/domain/prep/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { prepQuestion } from './view.ts';

export const prepRouter = router({ get: read(PrepOf, prepQuestion) });
