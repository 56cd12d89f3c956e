import { newId } from '@parley/db/id';
import { blankComponents, type Components, known } from '@parley/domain/compensation/components';
import { vestingPresets } from '@parley/domain/compensation/vesting';
import { emptyMission, type MissionDocument } from '@parley/domain/mission/mission';
import type { Cast } from './cast.ts';
import { shareWith } from './debrief.ts';
import { dealWith, describe, makeOpening } from './opening.ts';
import type { Member, StoryClock } from './stage.ts';

const turbines = { company: 'Atlantic Rotor', alias: 'a maker of turbines', role: 'Lead reliability engineer' };
const hospital = { company: 'Ospedale del Golfo', alias: 'a hospital group', role: 'Director of ward operations' };
const ferries = { company: 'Tidewater Ferries', alias: 'a ferry company', role: 'Data platform manager' };

const turbineOffer: Components = {
  ...blankComponents(),
  base: known(8_450_000),
  bonus: known({ target: '12' }),
  grants: known([
    {
      ...{ name: 'Options', kind: 'nso', size: { by: 'shares', shares: 12_000 }, listed: false },
      ...{ price: '9.10', strike: '4.00', preferred: '11.50' },
      vesting: { start: { after: 0 }, granted: null, steps: vestingPresets.even.steps, cliff: vestingPresets.even.cliff },
    },
  ]),
  leaveDays: known('25'),
  title: known('Lead Reliability Engineer'),
};

/** An offer of which only the base is known, and not until when it stands. */
async function receive(owner: Member, opportunityId: string, on: string, components: Components, notes: string): Promise<string> {
  const made = await owner.api.offer.create.mutate({ opportunityId, receivedOn: on, deadline: null, draft: null });
  const { offerId, rev } = made;
  const version = { stage: 'verbal' as const, content: { currency: 'EUR', components, notes } };
  await owner.api.offer.addVersion.mutate({ offerId, rev, version });
  return offerId;
}

async function tellDev({ dev, councilId }: Cast, clock: StoryClock): Promise<void> {
  const opportunityId = await makeOpening(dev, clock, turbines, 26);
  await dealWith(dev, clock, opportunityId, [
    ['screen', 22],
    ['interview', 15],
    ['offer', 4],
  ]);
  await describe(dev, opportunityId, { next: { act: 'Ask how long the offer stands', on: clock.day(-1) } });
  clock.go(4);
  const notes = 'Said at the end of the last interview. The options were mentioned in passing; nothing is in writing.';
  const offerId = await receive(dev, opportunityId, clock.day(4), turbineOffer, notes);
  await shareWith(dev, councilId, offerId, clock.moment(-20));
}

const waiting = newId();

function wards(clock: StoryClock): MissionDocument {
  const result = {
    ...{ id: waiting, metric: 'Hours from emergency room to a bed', direction: 'fall' as const, start: '9.5', target: '4' },
    ...{ current: null, unit: 'hours', due: clock.day(-240), firstNinetyDays: false, proof: null },
  };
  return {
    ...emptyMission,
    statement: 'Nobody waits a night for a bed: eleven wards plan their discharges together, before noon.',
    objectives: [
      { id: newId(), title: 'A bed is free when it is needed', keyResults: [result] },
      { id: newId(), title: 'Nurses stay', keyResults: [] },
    ],
    needs: [
      {
        id: newId(),
        leg: 'support',
        text: 'The medical director beside me in the first three meetings',
        amount: null,
        keyResultId: waiting,
        proof: null,
      },
    ],
    feedback: { kind: 'question', question: 'Would you believe “four hours” from somebody who has not worked there yet?' },
    interviewsHeld: 1,
  };
}

async function tellChiara({ ana, chiara, dev, councilId }: Cast, clock: StoryClock): Promise<void> {
  const opportunityId = await makeOpening(chiara, clock, hospital, 25);
  await dealWith(chiara, clock, opportunityId, [
    ['screen', 19],
    ['interview', 10],
  ]);
  await describe(chiara, opportunityId, { next: { act: 'Show the mission to the medical director', on: clock.day(-5) } });
  clock.go(7);
  const { missionId, rev } = await chiara.api.mission.create.mutate({ opportunityId });
  await chiara.api.mission.save.mutate({ missionId, rev, document: wards(clock) });
  await shareWith(chiara, councilId, missionId);
  clock.go(2, 2);
  const { threadId } = await dev.api.thread.start.mutate({
    ...{ itemId: missionId, blockId: waiting, label: 'Hours from emergency room to a bed', mentions: [chiara.id] },
    text: 'I would believe four hours if you said which of the eleven wards goes first. @Chiara, which one is it?',
  });
  await ana.api.comment.add.mutate({ threadId, text: 'And who counts today. Ben was right about that.', mentions: [] });
}

async function tellBensRest({ ben }: Cast, clock: StoryClock): Promise<void> {
  const opportunityId = await makeOpening(ben, clock, ferries, 33);
  await dealWith(ben, clock, opportunityId, [
    ['interview', 25],
    ['offer', 11],
  ]);
  const components = { ...blankComponents(), base: known(7_900_000) };
  await receive(ben, opportunityId, clock.day(11), components, 'By phone, while I was at the harbour.');
  await describe(ben, opportunityId, {
    next: { act: 'Decline kindly, before they hear it from somebody else', on: clock.day(0) },
  });
}

/** What the others are at: an offer without a deadline, a mission half done, a call that is still owed. */
export async function tellPeers(cast: Cast, clock: StoryClock): Promise<void> {
  await tellBensRest(cast, clock);
  await tellDev(cast, clock);
  await tellChiara(cast, clock);
}

/** Eva has just begun. */
export async function tellEva(eva: Member, clock: StoryClock): Promise<void> {
  const museum = { company: 'Northern Science Museum', alias: 'a museum', role: 'Head of education' };
  const opportunityId = await makeOpening(eva, clock, museum, 1);
  await describe(eva, opportunityId, { next: { act: 'Write a mission of my own for it', on: clock.day(-2) } });
}
