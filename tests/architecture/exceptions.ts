import type { Exceptions } from './style.ts';

/** Files over the limits. It starts empty and may only shrink; the test holds its length. */
export const tooLong: Exceptions = {};

/** The places that may tell the compiler to look away, each with the reason. */
export const escapes: Exceptions = {};

/** The guards: the only files that may say who calls. */
export const viewerMinters: Exceptions = {
  'packages/api/src/guard.ts': 'of a declared call, once the door has told whose session it is',
  'packages/api/src/trpc.ts': 'of a call that asks as it goes, once its session is found',
};

/** The files that may ask the machine what time it is, each with what for. */
export const clockReaders: Exceptions = {
  'packages/api/src/identity/session.ts': 'Lucia compares with it: an expiry is handed over relative to it',
  'packages/api/src/operator/router.ts': 'since when this process runs: told, compared with nothing',
  'packages/db/src/lock.ts': 'how old a file is, by the clock that dates files',
  'tests/api/clock.test.ts': 'machines that are wrong about the time',
};

/** The one file of the product that reads the environment; scripts, tool configurations and what starts a test run stand outside. */
export const environmentReaderFiles =
  /^apps\/server\/src\/env\.ts$|^scripts\/|^tests\/(support|faults|cluster|bench|attack)\/|(^|\/)[\w-]+\.config\.ts$/;

/** Columns that are neither ids, states, times nor sealed, each with what makes it structure and not content. */
export const plainColumns: Exceptions = {
  'Account.emailHash': 'keyed hash of the address, to find the account',
  'AddressLink.tokenHash': 'SHA-256 of the token in the link',
  'ClockHand.addresses': 'number of the way in which addresses are compared',
  'Account.rev': 'revision',
  'Attempt.key': 'keyed hash of who tries what',
  'Attempt.spent': 'how often',
  'ArchivePiece.number': 'order of the pieces',
  'Ask.rank': 'order of the list',
  'Ask.rev': 'revision',
  'Canary.id': 'number of a master key',
  'Canary.recovery': 'a master key, sealed by a code on paper',
  'Canary.recoveryCanary': 'a known text, sealed by that code',
  'Canary.side': 'two keys, wrapped by the master key',
  'Challenge.id': 'SHA-256 of the value of a cookie',
  'Challenge.nonce': 'random bytes to sign, for minutes',
  'Charter.version': 'number of the version',
  'Backchannel.rev': 'revision',
  'Checklist.rev': 'revision',
  'ClockHand.id': 'the one row there is',
  'ClockHand.pushKey': 'the public half of a key',
  'Comment.rev': 'revision',
  'Commitment.moves': 'how often its day was put off',
  'Commitment.rev': 'revision',
  'Council.charterVersion': 'number of the version in force',
  'Council.rev': 'revision',
  'Debrief.rev': 'revision',
  'Event.press': 'made by the client, random',
  'Event.seq': 'number in the inbox of a person',
  'Event.what': 'name of a procedure',
  'Evidence.rev': 'revision',
  'Gratitude.rev': 'revision',
  'HelpRequest.rev': 'revision',
  'Hunt.rev': 'revision',
  'Inbox.seq': 'number of the last event',
  'Inbox.swept': 'number of the last event that was swept',
  'Instance.host': 'name of a machine and number of a process that serve',
  'Instance.knows': 'number of a master key',
  'Instance.seals': 'number of a master key',
  'Instance.version': 'version of Parley',
  'Invitation.addressHash': 'keyed hash of the address, to bind the invitation',
  'Invitation.tokenHash': 'SHA-256 of the token in the link',
  'Feed.tokenHash': 'SHA-256 of the secret in the address',
  'Landing.days': 'a number of days',
  'Letter.attempts': 'how often it was tried',
  'Letter.fault': 'the answer code of a mail server',
  'Letter.kinds': 'kinds of notices, a closed list of words',
  'MailSetting.hour': 'an hour of the day',
  'MailSetting.weekday': 'a day of the week',
  'Membership.acceptedCharter': 'number of the version accepted',
  'Membership.farewell': 'sealed under the key of the council',
  'Meeting.step': 'number of the turn',
  'Mission.rev': 'revision',
  'Move.rev': 'revision',
  'Negotiation.rev': 'revision',
  'Objection.rank': 'order of the list',
  'Objection.rev': 'revision',
  'Offer.rev': 'revision',
  'OfferVersion.number': 'number of the version',
  'Opportunity.rev': 'revision',
  'Outcome.rev': 'revision',
  'Overlap.marks': 'keyed hashes of names, for one council',
  'Password.hash': 'argon2id, one way',
  'Passkey.counter': 'how often its device has signed',
  'Passkey.credential': 'a public key, sealed under the key of the person',
  'Passkey.credentialId': 'made by a device, random',
  'Presence.rev': 'revision',
  'Proof.rev': 'revision',
  'Push.sessionId': 'SHA-256 of the value of the cookie',
  'Pulse.rev': 'revision',
  'Read.rev': 'revision',
  'RecoveryCode.hash': 'SHA-256 of 80 random bits',
  'Rehearsal.step': 'number of the step',
  'RehearsalNote.rev': 'revision',
  'ReachKey.id': 'the one row there is',
  'ReachKey.word': 'a random word in names of settings, for the guard alone',
  'Receipt.answer': 'sealed under the key of the person',
  'Receipt.key': 'made by the client, random',
  'Receipt.path': 'name of a procedure',
  'ResetToken.hash': 'SHA-256 of the token in the link',
  'Round.number': 'first or second round',
  'Round.quorum': 'how many counters reveal at the deadline',
  'Round.rev': 'revision',
  'SealedCounter.rev': 'revision',
  'SealingKey.wrapped': 'a key, wrapped by the master key',
  'SealingKey.canaryId': 'number of a master key',
  'Session.device': 'sealed under the key of the person',
  'Session.id': 'SHA-256 of the value of the cookie',
  'Share.levels': 'exact, range or hidden for each group of fields',
  'Term.rank': 'order of the list',
  'SlowStatement.name': 'names of the program’s statements',
  'SlowStatement.times': 'how often they were slow',
  'SlowStatement.total': 'milliseconds in all',
  'SlowStatement.worst': 'milliseconds at worst',
  'Suggestion.rev': 'revision',
  'Term.rev': 'revision',
  'Thread.blockId': 'id of a block of an item',
  'Totp.lastStep': 'number of a half minute',
  'Tick.key': 'names an entry of a checklist, not its words',
  'WalkAway.rev': 'revision; the row exists for every negotiation, set or not',
};

/** Tables that hold nothing of a member's, and so stand outside the walls. */
export const memberless: Exceptions = {
  attempt: 'keyed hashes of who tries what how often',
  instance: 'servers that run',
  slow_statement: 'names of the program’s statements and how long they took',
  canary: 'a known text sealed by the master key, read at start before there is a viewer',
};
