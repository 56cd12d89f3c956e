import { newId } from '@parley/db/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from '../support/stage.ts';
import { createWorld } from '../support/world.ts';

const refusalStep = 200;
let stage: Stage;

beforeAll(async () => {
  stage = await createStage(await createWorld({ refusalStep }));
});
afterAll(() => stage.world.close());

/** Milliseconds until a call was refused. */
async function refused(call: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await expect(call).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  return performance.now() - began;
}

it('what is not here is refused at a set time, whether there is something to refuse or not', async () => {
  const { api } = stage.people.stranger;
  const { missionId, shareId, threadId } = stage.owen.things;
  const ids = (foreign: string) => [foreign, newId()];
  const calls = [
    ...ids(missionId).map((id) => () => api.mission.get.query({ missionId: id })),
    ...ids(shareId).map((id) => () => api.share.revoke.mutate({ shareId: id })),
    ...ids(threadId).map((id) => () => api.comment.add.mutate({ threadId: id, text: 'Mine.', mentions: [] })),
  ];
  // timers count whole milliseconds
  for (const call of calls) expect(await refused(call())).toBeGreaterThanOrEqual(refusalStep - 2);
});
