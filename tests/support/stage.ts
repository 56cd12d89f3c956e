import { declareMail } from '@parley/api/post';
import { newId } from '@parley/db/id';
import { addPasskey, createAuthenticator } from './authenticator.ts';
import { makeBrowser } from './browser-maker.ts';
import { inDays } from './clock.ts';
import { keepLetter } from './file-call.ts';
import { hiddenLevels } from './levels.ts';
import { prepareRehearsals } from './rehearsals.ts';
import { askRounds, draftRounds } from './rounds.ts';
import {
  askForHelp,
  base,
  heardOf,
  makeDebrief,
  makeEnded,
  makeMission,
  makeNegotiation,
  makeOffer,
  makeThreads,
  proofOf,
} from './stage-things.ts';
import { createWorld, type Person, testOrigin, type World } from './world.ts';

/** Everything that one owner has in one council, by name. The same names for every owner: ids can be swapped one for one. */
export type Things = {
  councilId: string;
  opportunityId: string;
  bareOpportunityId: string;
  stageEntryId: string;
  missionId: string;
  needId: string;
  versionId: string;
  offerId: string;
  bareOfferId: string;
  attachmentId: string;
  negotiationId: string;
  askId: string;
  secondAskId: string;
  objectionId: string;
  moveId: string;
  evidenceId: string;
  proofId: string;
  backchannelId: string;
  termId: string;
  endedNegotiationId: string;
  checklistId: string;
  helpId: string;
  answerId: string;
  commitmentId: string;
  meetingId: string;
  roundId: string;
  revealedRoundId: string;
  draftRoundId: string;
  rehearsalId: string;
  readyRehearsalId: string;
  liveRehearsalId: string;
  cardRehearsalId: string;
  endedRehearsalId: string;
  debriefId: string;
  openDebriefId: string;
  threadId: string;
  settledThreadId: string;
  suggestionId: string;
  commentId: string;
  shareId: string;
  invitationId: string;
  ownerId: string;
  readerId: string;
};

/** Markers that stand in one owner's content. `secret` is the owner's alone, `shared` what a reader sees too. */
export type Marks = { secret: string[]; shared: string[] };

export type Owned = { owner: Person; things: Things; marks: Marks };

const secretWords = [
  'company',
  'walk-away',
  'own-read',
  'helper',
  'hunt',
  'help',
  'level',
  'offer-notes',
  'achieved',
  'insider',
  'heard',
  'witness',
  'earlier',
  'first-draft',
  'first-word',
  'letter',
  'file',
  'device',
];
const sharedWords =
  `statement objective metric question need ask objection reply words said felt inferred comment round role alias
  source link proof term who promise farewell brief rehearsed suggested because`.split(/\s+/);

function marksOf(mark: string, walkAway: number): Marks {
  const marked = (words: readonly string[]) => words.map((word) => `${mark}-${word}`);
  return { secret: [...marked(secretWords), String(walkAway), String(base)], shared: marked(sharedWords) };
}

/** Who gets everything of an owner in a council: a reader now, and somebody whose shares have run out. */
type Readers = { councilId: string; reader: Person; late: Person | null };

/** Shares each item at hidden levels; the last share's id. */
async function shareAll(
  world: World,
  owner: Person,
  { councilId, reader, late }: Readers,
  itemIds: readonly string[],
): Promise<string> {
  const share = (itemId: string, readerId: string) =>
    owner.api.share.set.mutate({ itemId, councilId, readerId, levels: hiddenLevels, expiresAt: soon() });
  let last = '';
  for (const itemId of itemIds) {
    last = (await share(itemId, reader.id)).shareId;
    if (!late) continue;
    const ended = await share(itemId, late.id);
    await world.client.share.update({ where: { id: ended.shareId }, data: { expiresAt: inDays(-1) } });
  }
  return last;
}

/** What an owner has that is shared with nobody by itself. */
async function putBeside(owner: Person, { councilId, opportunityId }: Pick<Things, 'councilId' | 'opportunityId'>, mark: string) {
  const checklist = { title: `${mark}-checklist`, lines: [{ id: newId(), text: `${mark}-line` }] };
  const { proofId } = await owner.api.proof.create.mutate({ proof: proofOf(mark) });
  const { checklistId } = await owner.api.checklist.create.mutate({ councilId, checklist });
  await addPasskey(owner, createAuthenticator(testOrigin), `${mark}-device`);
  const heard = await owner.api.backchannel.create.mutate({ opportunityId, fields: heardOf(mark) });
  return { proofId, checklistId, ...heard, ...(await askForHelp(owner, councilId, mark)) };
}

/** Furnishes one owner in one council: one of everything, each shared with `reader` at hidden levels, and once expired with `late`. */
export async function furnish(world: World, mark: string, owner: Person, readers: Readers): Promise<Owned> {
  const { councilId, reader } = readers;
  const walkAway = 98_765_400 + mark.length;
  const names = { company: `${mark}-company`, role: `${mark}-role`, alias: `${mark}-alias` };
  const opening = { ...names, stage: 'final' as const, on: '2026-11-02' };
  const { opportunityId } = await owner.api.opportunity.create.mutate(opening);
  await owner.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'offer', on: '2026-11-03' });
  const [entry] = await owner.api.opportunity.timeline.query({ opportunityId });
  const bare = await owner.api.opportunity.create.mutate(opening);
  const mission = await makeMission(owner, opportunityId, mark);
  const offerId = await makeOffer(owner, opportunityId, mark);
  const bareOfferId = await makeOffer(owner, opportunityId, mark);
  const attachmentId = await keepLetter(owner, offerId, mark);
  const negotiation = await makeNegotiation(owner, offerId, mark, walkAway);
  const endedNegotiationId = await makeEnded(owner, opening, mark);
  const rounds = await draftRounds(owner, endedNegotiationId, negotiation.negotiationId, mark);
  const debriefId = await makeDebrief(owner, opportunityId, mark);
  const openDebriefId = await makeDebrief(owner, opportunityId, mark);

  const items = [
    opportunityId,
    mission.missionId,
    offerId,
    negotiation.negotiationId,
    endedNegotiationId,
    debriefId,
    openDebriefId,
  ];
  const shareId = await shareAll(world, owner, readers, [...items, ...Object.values(rounds)]);
  await askRounds(owner, rounds, mark);
  const rehearsals = await prepareRehearsals(world, { owner, peer: reader, negotiationId: negotiation.negotiationId }, mark);
  await owner.api.debrief.askReads.mutate({ debriefId: openDebriefId, read: { likelihood: 37, reason: `${mark}-own-read` } });
  const beside = await putBeside(owner, { councilId, opportunityId }, mark);
  const threads = await makeThreads(owner, mission.missionId, mark);

  const things: Things = {
    councilId,
    opportunityId,
    bareOpportunityId: bare.opportunityId,
    stageEntryId: entry?.id ?? '',
    ...mission,
    offerId,
    bareOfferId,
    attachmentId,
    ...negotiation,
    endedNegotiationId,
    ...rounds,
    ...rehearsals,
    debriefId,
    openDebriefId,
    shareId,
    ...beside,
    ...threads,
    invitationId: '',
    ownerId: owner.id,
    readerId: reader.id,
  };
  return { owner, things, marks: marksOf(mark, walkAway) };
}

const soon = () => inDays(5).toISOString();

/** Who can stand in which relation to Owen's things and to his council. */
export const relations = [
  'anonymous',
  'stranger',
  'invited',
  'exMember',
  'member',
  'reader',
  'expiredReader',
  'owner',
  'moderator',
  'operator',
] as const;
export type RelationName = (typeof relations)[number];

export type Stage = {
  world: World;
  people: Record<RelationName, Person>;
  /** What the table is about. */
  owen: Owned;
  /** Another owner in the same council, and one in another council. */
  neighbour: Owned;
  foreigner: Owned;
  /** An invitation to Owen's council that waits for `invited`. */
  token: string;
};

const names = ['Owen', 'Rita', 'Max', 'Exa', 'Xena', 'Mona', 'Ivo', 'Stan', 'Opal', 'Nell', 'Faye', 'Fred'] as const;
type Name = (typeof names)[number];

/** Everybody, each with a gratitude house of their own; the answer finds them by name. */
async function gather(world: World): Promise<(name: Name) => Person> {
  const people = new Map<Name, Person>();
  const bring = async (name: Name) => {
    // long enough that no hash and no seal holds it by chance
    const person = await world.person(`${name} Wandermark`);
    const mark = name.toLowerCase();
    const { given } = makeBrowser(`https://push.example/${mark}-device`);
    await person.api.push.keep.mutate(given);
    await person.api.gratitude.save.mutate({ rev: 0, helpers: [{ id: newId(), name: `${mark}-helper`, how: `${mark}-help` }] });
    const plan = { target: `${mark}-hunt`, block: null, kept: [], level: '', experiments: [] };
    await person.api.hunt.save.mutate({ rev: 0, plan });
    people.set(name, person);
  };
  await Promise.all(names.map(bring));
  return (name) => {
    const person = people.get(name);
    if (!person) throw new Error(`Nobody is called ${name}.`);
    return person;
  };
}

function castOf(world: World, of: (name: Name) => Person): Stage['people'] {
  return {
    anonymous: world.anonymous(),
    stranger: of('Stan'),
    invited: of('Ivo'),
    exMember: of('Xena'),
    member: of('Max'),
    reader: of('Rita'),
    expiredReader: of('Exa'),
    owner: of('Owen'),
    moderator: of('Mona'),
    operator: of('Opal'),
  };
}

/** Three councils, ten relations, three owners with one of everything. */
export async function createStage(given?: World): Promise<Stage> {
  const world = given ?? (await createWorld());
  await declareMail(world.deps.line, false, makeBrowser().given.p256dh);
  const of = await gather(world);
  const seated = ['Mona', 'Owen', 'Rita', 'Max', 'Exa', 'Xena', 'Nell'] as const;
  const table = await world.council('owen-council-name', seated.map(of));
  const other = await world.council('faye-council-name', [of('Faye'), of('Fred')]);
  await world.council('stan-council-name', [of('Stan')]);
  const owen = await furnish(world, 'owen', of('Owen'), { councilId: table, reader: of('Rita'), late: of('Exa') });
  const neighbour = await furnish(world, 'nell', of('Nell'), { councilId: table, reader: of('Max'), late: null });
  const foreigner = await furnish(world, 'faye', of('Faye'), { councilId: other, reader: of('Fred'), late: null });

  const invite = (chair: Person, councilId: string, email: string) => chair.api.invitation.create.mutate({ councilId, email });
  const waiting = await invite(of('Mona'), table, of('Ivo').email);
  owen.things.invitationId = waiting.invitationId;
  neighbour.things.invitationId = waiting.invitationId;
  foreigner.things.invitationId = (await invite(of('Faye'), other, 'somebody@example.org')).invitationId;
  const { council } = of('Mona').api;
  await council.saveCharter.mutate({ councilId: table, version: 1, text: 'We keep what we hear, and come on time.' });
  await council.remove.mutate({ councilId: table, accountId: of('Xena').id, reason: 'xena-reason' });
  await world.client.account.update({ where: { id: of('Opal').id }, data: { operator: true } });
  return { world, owen, neighbour, foreigner, token: waiting.link.split('token=')[1] ?? '', people: castOf(world, of) };
}
