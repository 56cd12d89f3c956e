import { MarkSeen } from '@parley/domain/notification/input';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { markingSeen } from './act.ts';

export const notificationRouter = router({ markSeen: write(MarkSeen, markingSeen) });
