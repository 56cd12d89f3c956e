import { councilActs } from './council/stale.ts';
import { identityActs } from './identity/stale.ts';
import type { AppRouter } from './router.ts';
import { all, type Stale, type StaleTable, told, type WhatIsStale } from './stale-row.ts';

type Procedures = AppRouter['_def']['record'];
type Noun = keyof Procedures & string;

type PathOf<Kind extends string> = {
  [N in Noun]: {
    [P in keyof Procedures[N] & string]: Procedures[N][P] extends { _def: { type: Kind } } ? `${N}.${P}` : never;
  }[keyof Procedures[N] & string];
}[Noun];

/** Every procedure that changes something. */
export type MutationPath = PathOf<'mutation'>;
/** What may have to be read again: one question, or all of a noun. */
export type Question = Noun | PathOf<'query'>;

type Told = WhatIsStale<Question>;

const talk = told('talk', { here: ['thread.list'], also: ['today'] });
const debrief: Told = { here: ['debrief'], also: ['debrief.list', 'debrief.calibration', 'opportunity', 'today', 'prep'] };
const table: Told = { here: ['negotiation', 'decision', 'term', 'outcome'], also: ['prep', 'opportunity.page'] };
const ending: Told = { here: ['negotiation', 'decision', 'term', 'outcome'], also: ['opportunity', 'offer', 'today', 'prep'] };
const round: Told = { here: ['round'], also: ['round.list', 'opportunity', 'today', 'negotiation', 'decision'] };
/** What those asked say beside a round is held while it is open. */
const opened: Told = { ...round, also: [...(round.also ?? []), 'thread'] };
const offer: Told = {
  here: ['offer', 'decision', 'share.glance'],
  also: ['offer.mine', 'opportunity', 'negotiation', 'decision', 'today', 'prep'],
};
const opening: Told = {
  here: ['opportunity.page', 'opportunity.timeline'],
  also: ['opportunity.list', 'hunt', 'today', 'prep', 'offer', 'share.mine', 'share.listShared'],
};
const mission: Told = { here: ['mission'], also: ['opportunity', 'today', 'prep', 'negotiation'] };
/** Of a rehearsal only the two who are in it hear. */
const rehearsal: Told = { also: ['rehearsal'] };
/** Of what was deleted only where it was listed: nobody asks for the thing itself again. */
const gone = (...lists: Question[]): Told => ({
  also: [...lists, 'opportunity', 'share.mine', 'share.listShared', 'today', 'prep'],
});

/** What each act makes stale, for whom. A mutation without a line here does not compile, and the server does not start. */
const acts: Readonly<Record<MutationPath, Stale<Question>>> = {
  'archive.send': told('mine', {}),
  'archive.bring': all('mine'),
  'backchannel.create': told('mine', { also: ['backchannel'] }),
  'backchannel.save': told('mine', { also: ['backchannel'] }),
  'backchannel.remove': told('mine', { also: ['backchannel'] }),
  'landing.save': told('mine', { also: ['landing'] }),
  'departure.end': told('desk', {}),
  'debrief.create': told('mine', debrief),
  'debrief.save': told('item', debrief),
  'debrief.remove': told('item', gone('debrief.list', 'debrief.calibration')),
  'debrief.askReads': told('item', debrief),
  'debrief.sealRead': told('blind', debrief),
  'debrief.reveal': told('item', debrief),
  'debrief.setOutcome': told('item', debrief),
  'mail.save': told('mine', { also: ['mail'] }),
  'notification.markSeen': told('mine', { also: ['today'] }),
  'share.set': all('sharing'),
  'share.revoke': all('sharing'),
  'thread.start': talk,
  'thread.resolve': talk,
  'thread.reopen': talk,
  'suggestion.make': talk,
  'suggestion.accept': told('item', { ...mission, here: ['mission', 'negotiation', 'script', 'thread.list'] }),
  'suggestion.decline': talk,
  'comment.add': talk,
  'reaction.toComment': talk,
  'reaction.toQuote': talk,
  'review.give': told('talk', { here: ['thread.list', 'mission'], also: ['today'] }),
  'comment.edit': talk,
  'comment.remove': talk,
  'negotiation.create': told('mine', { also: ['negotiation', 'opportunity', 'offer', 'decision', 'today', 'prep'] }),
  'negotiation.save': told('item', table),
  'negotiation.remove': told('item', gone('round.list')),
  'walkAway.set': told('mine', { here: ['negotiation', 'decision'], also: ['prep'] }),
  'ask.create': told('item', table),
  'ask.fromNeed': told('item', table),
  'ask.save': told('item', table),
  'ask.remove': told('item', table),
  'ask.rank': told('item', table),
  'script.keep': told('mine', { here: ['script'] }),
  'objection.create': told('item', table),
  'objection.save': told('item', table),
  'objection.remove': told('item', table),
  'move.add': told('item', table),
  'move.save': told('item', table),
  'move.remove': told('item', table),
  'term.create': told('item', ending),
  'term.draft': told('item', ending),
  'term.save': told('item', ending),
  'term.mark': told('item', ending),
  'term.remove': told('item', ending),
  'outcome.record': told('item', ending),
  'outcome.save': told('item', ending),
  'outcome.tick': told('item', ending),
  'outcome.undo': told('item', ending),
  'evidence.create': told('item', table),
  'evidence.save': told('item', table),
  'evidence.remove': told('item', table),
  'offer.create': told('mine', offer),
  'offer.save': told('mine', offer),
  'offer.addVersion': told('item', offer),
  'offer.open': told('owner', { here: ['offer.log', 'share', 'thread'], also: ['today'] }),
  'offer.remove': told('item', gone('offer.mine', 'round.list')),
  // a reader who is not shown the file must not be told that there is one
  'attachment.keep': told('mine', { also: ['attachment', 'share.options', 'offer.preview'] }),
  'attachment.open': told('owner', { here: ['offer.log'] }),
  'attachment.remove': told('mine', { also: ['attachment', 'offer.log', 'share.options', 'offer.preview'] }),
  'round.create': told('mine', round),
  'round.save': told('item', round),
  'round.askAgain': all('sharing'),
  'round.open': told('item', opened),
  'round.extend': told('item', round),
  'round.seal': told('blind', round),
  'round.remind': told('item', { here: ['round'], also: ['today'] }),
  'round.reveal': told('item', opened),
  'round.cancel': told('item', opened),
  'round.close': told('item', round),
  'round.remove': told('item', gone('round.list')),
  'rehearsal.ask': told('pair', { also: ['rehearsal', 'today'] }),
  'rehearsal.brief': told('pair', { also: ['rehearsal', 'today'] }),
  'rehearsal.decline': told('pair', { also: ['rehearsal', 'today'] }),
  'rehearsal.begin': told('pair', { also: ['rehearsal', 'today'] }),
  'rehearsal.move': told('pair', rehearsal),
  'rehearsal.hush': told('pair', rehearsal),
  'rehearsal.say': told('pair', rehearsal),
  'rehearsal.draw': told('pair', rehearsal),
  'rehearsal.finish': told('pair', rehearsal),
  'rehearsal.answer': told('pair', rehearsal),
  'rehearsal.open': told('pair', rehearsal),
  'rehearsal.remove': told('pair', { also: ['rehearsal', 'today'] }),
  'proof.create': told('mine', { also: ['proof'] }),
  'proof.save': told('mine', { also: ['proof'] }),
  'proof.remove': told('mine', { also: ['proof'] }),
  'feed.make': told('mine', { also: ['feed'] }),
  'feed.end': told('mine', { also: ['feed'] }),
  'push.keep': told('mine', { also: ['push'] }),
  'push.end': told('mine', { also: ['push'] }),
  'hunt.save': told('mine', { also: ['hunt'] }),
  'gratitude.save': told('mine', { also: ['gratitude', 'prep'] }),
  ...identityActs,
  ...councilActs,
  'opportunity.create': told('mine', opening),
  'opportunity.bring': told('mine', opening),
  'opportunity.save': told('opening', opening),
  'opportunity.setStage': told('opening', opening),
  'opportunity.undoStage': told('opening', opening),
  'opportunity.redate': told('opening', opening),
  'opportunity.remove': told('opening', {
    here: ['opportunity.page'],
    also: ['opportunity.list', 'hunt', 'offer.mine', 'share.mine', 'share.listShared', 'today'],
  }),
  'mission.create': told('mine', mission),
  'mission.save': told('item', mission),
  'mission.keep': told('item', { here: ['mission.versions'] }),
  'mission.restore': told('item', mission),
  'mission.setState': all('sharing'),
  'mission.remove': told('item', gone()),
};

/** What the clock does, which no procedure declares. */
const clock = {
  'clock.revealed': told('item', { ...opened, also: [...(opened.also ?? []), 'debrief'] }),
  'clock.seats': told('item', { here: ['round', 'debrief'], also: ['round.list', 'today'] }),
  'clock.ranOut': all('item'),
  'clock.landed': all('mine'),
  'clock.near': told('mine', { also: ['today'] }),
} satisfies StaleTable;

/** Everything that the clock does. */
export type ClockPath = keyof typeof clock;

/** All that can be told of. */
export const stale: StaleTable = { ...acts, ...clock };
