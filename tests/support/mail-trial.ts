import { type Mail, type Mailer, type PostDeps, sendLetters, writeLetters } from '@parley/api/post';
import { newId } from '@parley/db/id';
import { createMailer } from '../../apps/server/src/mailer.ts';
import { type Mood, openPostOffice } from './post-office.ts';
import { createWorld, type Person, type World } from './world.ts';

/** How many letters a trial has: few in a run of the tests, as many as asked by `npm run bench -- --mail 1000`. */
export const trialSize = Number(process.env.PARLEY_MAIL_TRIAL ?? 60);

type TrialResult = {
  letters: number;
  outages: number;
  accepted: number;
  lost: number;
  twice: number;
  twiceWithoutKill: number;
  kills: number;
  attempts: number;
};

const outages: readonly Mood[] = ['away', 'busy', 'drops', 'away', 'busy'];

async function moveClock(world: World, milliseconds: number): Promise<void> {
  await world.setClock(new Date((await world.now()).getTime() + milliseconds));
}

/** Hands over, and dies after the acceptance of some: nobody writes down what became of them. */
function mortal(real: Mailer, dies: (mail: Mail) => boolean): Mailer {
  return {
    async send(mail) {
      const fault = await real.send(mail);
      if (fault === null && dies(mail)) throw new Error('The worker was killed.');
      return fault;
    },
  };
}

async function seat(world: World, count: number): Promise<{ people: Person[]; councilOf: Map<string, string> }> {
  const people: Person[] = [];
  for (let at = 0; at < count; at += 1) people.push(await world.person(`Member ${at}`));
  const councilOf = new Map<string, string>();
  for (let at = 0; at < count; at += 10) {
    const members = people.slice(at, at + 10);
    const councilId = await world.council(`Table ${at}`, members);
    for (const { id } of members) councilOf.set(id, councilId);
  }
  return { people, councilOf };
}

type Trial = { world: World; post: PostDeps; office: Awaited<ReturnType<typeof openPostOffice>> };

/** One piece of news for each of the crew, and the round of the post that is due a minute later. */
async function tellAll({ world, post }: Trial, people: readonly Person[], councilOf: ReadonlyMap<string, string>): Promise<void> {
  const at = await world.now();
  const told = people.map(({ id }, seatAt) => ({
    id: newId(),
    recipientId: id,
    actorId: people[(seatAt + 1) % people.length]?.id ?? id,
    kind: 'joined' as const,
    councilId: councilOf.get(id) ?? '',
    at,
  }));
  await world.client.notification.createMany({ data: told });
  await moveClock(world, 61_000);
  await writeLetters(post);
  await sendLetters(post);
}

/** An hour in which nothing is taken. */
async function suffer({ world, post, office }: Trial): Promise<void> {
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await moveClock(world, 900_000);
    await sendLetters(post);
  }
  await office.be('takes');
}

async function sendAll({ world, post }: Trial): Promise<void> {
  for (let turn = 0; turn < 400 && (await world.client.letter.count({ where: { state: 'waiting' } })) > 0; turn += 1) {
    await moveClock(world, 360_000);
    while ((await sendLetters(post)) > 0);
  }
}

/** Sends letters, one notice each, through five outages of the server and a worker that is killed now and then. */
export async function runMailTrial(letters: number, crew: number): Promise<TrialResult> {
  const world = await createWorld();
  const office = await openPostOffice();
  const killed = new Set<string>();
  let attempts = 0;
  const real = createMailer({ url: office.url, from: 'Parley <parley@parley.example>', encrypted: false });
  const mailer = mortal(real, ({ messageId }) => {
    attempts += 1;
    const dies = attempts % 29 === 0 && !killed.has(messageId);
    if (dies) killed.add(messageId);
    return dies;
  });
  const post: PostDeps = { ...world.deps, report: () => undefined, mailer, origin: 'https://parley.example' };
  const trial = { world, post, office };
  const { people, councilOf } = await seat(world, crew);
  await world.client.notification.deleteMany({});
  const rounds = Math.ceil(letters / crew);
  const every = Math.max(1, Math.floor(rounds / (outages.length + 1)));
  for (let round = 0; round < rounds; round += 1) {
    const outage = round % every === 0 ? outages[round / every - 1] : undefined;
    if (outage) await office.be(outage);
    await tellAll(trial, people, councilOf);
    if (outage) await suffer(trial);
  }
  await sendAll(trial);
  const all = await world.client.letter.findMany({ select: { id: true, state: true } });
  real.close();
  await office.close();
  await world.close();
  return { ...countUp(all, office.received, killed), attempts };
}

function countUp(all: readonly { id: string; state: string }[], received: readonly { messageId: string }[], killed: Set<string>) {
  const times = new Map<string, number>();
  for (const { messageId } of received) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  const twice = [...times].filter(([, count]) => count > 1).map(([id]) => id);
  return {
    letters: all.length,
    outages: outages.length,
    accepted: times.size,
    lost: all.filter(({ id, state }) => state !== 'sent' || !times.has(`<${id}@parley.example>`)).length,
    twice: twice.length,
    twiceWithoutKill: twice.filter((id) => !killed.has(id)).length,
    kills: killed.size,
  };
}
