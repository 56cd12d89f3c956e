import type { Settings } from '../env.ts';
import { findHealth } from '../health.ts';
import { refuseNone, withDatabase } from './open.ts';

/** What somebody looks at first on a bad day. Changes nothing. */
export async function doctor(settings: Settings): Promise<{ text: string; well: boolean }> {
  refuseNone(settings);
  const found = await withDatabase(settings, (url) => findHealth(settings, url));
  const lines = found.map(({ what, well, says }) => `${well ? 'well' : 'LOOK'}  ${what.padEnd(16)} ${says}`);
  return { text: lines.join('\n'), well: found.every(({ well }) => well) };
}
