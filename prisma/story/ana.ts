import { newId } from '@parley/db/id';
import { blankDebrief } from '@parley/domain/debrief/debrief';
import type { Cast } from './cast.ts';
import { askReads, resolve } from './debrief.ts';
import { tellMission } from './mission.ts';
import { tellNegotiation } from './negotiation.ts';
import { tellVerbalOffer, tellWrittenOffer } from './offer.ts';
import { dealWith, describe, makeOpening } from './opening.ts';
import type { StoryClock } from './stage.ts';
import { tellTable } from './table.ts';

const velora = { company: 'Velora Mobility', alias: 'a bicycle-sharing company', role: 'Head of Product' };

/** What she knows of the employer beside company and role. */
function details(next: string) {
  return {
    ...{ level: 'M5', place: 'Vienna', source: 'A former colleague in their operations team', targeted: true },
    posting:
      'We look for a Head of Product to own the rider experience in four cities. You work with operations, data and design, and report to the chief operating officer.',
    people: [
      {
        id: newId(),
        part: 'hiringManager' as const,
        name: 'Marit Solheim',
        contact: '',
        note: 'Chief operating officer. Asks for numbers first.',
      },
      {
        id: newId(),
        part: 'recruiter' as const,
        name: 'Joana Pires',
        contact: 'joana@velora.example',
        note: 'Reads the offers from a sheet.',
      },
    ],
    next: { act: 'Put the letter into the ledger, then ask for two more days', on: next },
  };
}

const lastInterview = {
  ...blankDebrief('interview'),
  ...{ withWhom: 'the chief operating officer', channel: 'in person' as const, confidenceBefore: 7, confidenceAfter: 4 },
  said: '“I had not thought of the forecast as the first thing. Send me that page.”',
  felt: 'I interrupted her twice.',
  inferred: 'She wants somebody calmer.',
  change: 'Count to two before I answer.',
};

const firstCall = {
  ...blankDebrief('negotiation'),
  ...{ withWhom: 'the recruiter', channel: 'video' as const, confidenceBefore: 6, confidenceAfter: 3 },
  said: '“We came out at ninety. More than that is difficult in this band. The bonus we could look at.”',
  felt: 'Small. I heard “no” and nothing after it.',
  inferred: 'The base is closed. Or I stopped listening at “difficult”.',
  change: 'Repeat their last three words as a question, then wait.',
};

async function tellInterview(cast: Cast, clock: StoryClock, opportunityId: string): Promise<void> {
  const { ana, ben, chiara, dev, councilId } = cast;
  clock.go(12);
  const document = { ...lastInterview, time: { type: 'day' as const, day: clock.day(12) } };
  const own = { likelihood: 35, reason: 'I interrupted her.' };
  const debriefId = await askReads({ owner: ana, councilId, opportunityId, document, own });
  await chiara.api.debrief.sealRead.mutate({
    debriefId,
    read: { likelihood: 80, reason: 'She asked you for homework. That is interest.' },
  });
  await ben.api.debrief.sealRead.mutate({ debriefId, read: { likelihood: 70, reason: '' } });
  await dev.api.debrief.sealRead.mutate({ debriefId, read: { likelihood: 75, reason: '“Send me that page.”' } });
  clock.go(6);
  await resolve(ana, debriefId, 'offer', clock.day(6));
}

/** The call with the number: Dev has sealed his read, the others have yet to. */
async function tellCall({ ana, chiara, dev, councilId }: Cast, clock: StoryClock, opportunityId: string): Promise<void> {
  clock.go(4, 1);
  const document = { ...firstCall, time: { type: 'day' as const, day: clock.day(6) } };
  const own = { likelihood: 40, reason: 'Ninety sounded like the end of it.' };
  const debriefId = await askReads({ owner: ana, councilId, opportunityId, document, own });
  await dev.api.debrief.sealRead.mutate({ debriefId, read: { likelihood: 70, reason: '“Difficult” is a word, not a wall.' } });
  clock.go(3);
  await chiara.api.thread.start.mutate({
    ...{ itemId: debriefId, blockId: 'inferred', label: 'What I infer', mentions: [] },
    text: 'What they said and what you infer do not match: “the bonus we could look at” is an open door.',
  });
}

async function tellRest({ ana }: Cast, clock: StoryClock): Promise<void> {
  const transit = await makeOpening(
    ana,
    clock,
    { company: 'Linz Transit Lab', alias: 'a public transport lab', role: 'Product lead' },
    34,
  );
  await dealWith(ana, clock, transit, [
    ['screen', 30],
    ['interview', 24],
    ['rejected', 15],
  ]);
  const clinics = await makeOpening(
    ana,
    clock,
    { company: 'Medica North', alias: 'a group of clinics', role: 'Director of digital care' },
    21,
  );
  await dealWith(ana, clock, clinics, [
    ['screen', 14],
    ['interview', 5],
  ]);
  await describe(ana, clinics, { next: { act: 'Second interview: ask who owns the waiting times', on: clock.day(-4) } });
}

/** Ana's search until the council lands its first member: the mission, and the interview before the offer. */
export async function tellAna(cast: Cast, clock: StoryClock) {
  const { ana } = cast;
  const opportunityId = await makeOpening(ana, clock, velora, 30);
  await describe(ana, opportunityId, details(clock.day(0)));
  await dealWith(ana, clock, opportunityId, [
    ['screen', 27],
    ['interview', 20],
  ]);
  const mission = await tellMission(cast, clock, opportunityId);
  await dealWith(ana, clock, opportunityId, [['final', 12]]);
  await tellInterview(cast, clock, opportunityId);
  await tellRest(cast, clock);
  return { opportunityId, ...mission };
}

/** The offer on the telephone, the mail that was written too soon, and the letter of today. */
export async function tellAnasOffer(cast: Cast, clock: StoryClock, begun: Awaited<ReturnType<typeof tellAna>>): Promise<void> {
  const { opportunityId } = begun;
  await dealWith(cast.ana, clock, opportunityId, [
    ['offer', 6],
    ['negotiating', 5],
  ]);
  const offerId = await tellVerbalOffer(cast, clock, opportunityId);
  const negotiationId = await tellNegotiation(cast, clock, { ...begun, offerId });
  await tellCall(cast, clock, opportunityId);
  await tellWrittenOffer(cast, clock, offerId);
  await tellTable(cast, clock, negotiationId);
}
