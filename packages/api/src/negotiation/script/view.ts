import type { VersionsOf } from '@parley/domain/negotiation/script/input';
import type { z } from 'zod';
import { question } from '../../read.ts';
import { openScriptVersions, scriptVersionsOf } from './rows.ts';

/** The versions of the scripts, newest first, for the owner alone. */
export const versionsQuestion = question({
  ask: ({ negotiationId }: z.output<typeof VersionsOf>) => ({ versions: scriptVersionsOf(negotiationId) }),
  answer: ({ rows, open }) => openScriptVersions(open, rows.versions).toReversed(),
});
