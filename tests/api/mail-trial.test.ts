import { expect, it } from 'vitest';
import { runMailTrial, trialSize } from '../support/mail-trial.ts';

it('mails through five outages: none is lost, and twice come only those whose worker was killed after the acceptance', async () => {
  const result = await runMailTrial(trialSize, 10);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  expect(result).toMatchObject({ letters: trialSize, outages: 5, accepted: trialSize, lost: 0, twiceWithoutKill: 0 });
  expect(result.kills).toBeGreaterThan(0);
  expect(result.twice).toBe(result.kills);
}, 1_800_000);
