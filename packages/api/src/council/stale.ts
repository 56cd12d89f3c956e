import { all, type Stale, told } from '../stale-row.ts';

const help = { also: ['help', 'today'] } as const;
const commitment = { also: ['commitment', 'today'] } as const;
const meeting = { also: ['meeting'] } as const;
const overlap = { also: ['overlap'] } as const;
const council = {
  here: ['council', 'checklist', 'invitation'],
  also: ['council.list', 'checklist.mine', 'today', 'prep'],
} as const;

/** What each act of a council, or of what it does together, makes stale, and for whom. */
export const councilActs = {
  'council.create': all('mine'),
  'council.acceptCharter': told('council', council),
  'council.leave': all('seats'),
  'council.becomeAlumnus': all('seats'),
  'council.save': told('council', council),
  'council.changeMeeting': told('council', council),
  'council.saveCharter': told('council', council),
  'council.remove': all('seats'),
  'council.handOver': told('council', council),
  'council.close': all('seats'),
  'checklist.create': told('council', council),
  'checklist.save': told('council', council),
  'checklist.remove': told('council', council),
  'help.create': told('council', help),
  'help.save': told('council', help),
  'help.settle': told('council', help),
  'help.remove': told('council', help),
  'help.answer': told('council', help),
  'help.dropAnswer': told('council', help),
  'commitment.create': told('mine', commitment),
  'commitment.take': told('council', commitment),
  'commitment.save': told('council', commitment),
  'commitment.mark': told('council', commitment),
  'commitment.remove': told('council', commitment),
  'meeting.start': told('council', { also: ['meeting', 'today'] }),
  'meeting.move': told('council', meeting),
  'meeting.takeChair': told('council', meeting),
  'meeting.end': told('council', { also: ['meeting', 'today'] }),
  'meeting.note': told('council', meeting),
  'meeting.pulse': told('council', meeting),
  'presence.save': told('council', council),
  'presence.miss': told('council', council),
  'overlap.look': told('mine', overlap),
  'overlap.stop': told('mine', overlap),
  'invitation.create': told('council', council),
  'invitation.createSeveral': told('council', council),
  'invitation.resend': told('council', council),
  'invitation.revoke': told('council', council),
  'invitation.accept': all('desk'),
  'invitation.decline': told('desk', { also: ['invitation'] }),
  'invitation.merge': told('desk', { also: ['invitation'] }),
} satisfies Record<string, Stale>;
