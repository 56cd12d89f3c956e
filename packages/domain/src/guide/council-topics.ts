import type { Topic } from './guide.ts';

/** How a council works, in our own words. */
export const councilTopics: readonly Topic[] = [
  {
    id: 'who',
    part: 'council',
    title: 'Who belongs in a council',
    lines: [
      'Four to six people do best; more than eight and nobody gets enough time.',
      'The same stage of a career, different industries: close enough to understand, far enough not to compete.',
      'People who hardly know each other are fine. Old friends are often too kind.',
      'The moderator is a peer and no coach: keeps the time and the charter, listens, and asks for help first.',
    ],
    place: 'council',
  },
  {
    id: 'charter',
    part: 'council',
    title: 'What a charter settles',
    lines: [
      'How often you meet and for how long, and what happens when somebody cannot come.',
      'What stays in the room: figures and names of employers leave it only with their owner’s word.',
      'How you give feedback, who does what, how you talk between meetings, and when you read the charter again.',
      'Everybody commits to three things: the rhythm, the silence outside, and showing up.',
      'Who misses two meetings without a word is asked whether they want to stay. With two present, put it off.',
    ],
    place: 'council',
  },
  {
    id: 'meeting',
    part: 'council',
    title: 'A meeting that helps',
    lines: [
      'Begin with a number from 0 to 10 for how you are, and why.',
      'Five minutes each for what happened, with a sign at four.',
      'Then requests for help: the short ones first, one or two long ones after.',
      'Once in a while an exercise that all do: a pitch of ten seconds, a call rehearsed, an offer compared.',
      'End with what each does until next time, and with what was good and what to change.',
      'Weekly is usual, 90 to 120 minutes; twice a week at the start, every two weeks for people in work.',
    ],
    place: 'council',
  },
  {
    id: 'feedback',
    part: 'council',
    title: 'Asking for feedback, and giving it',
    lines: [
      'Who asks says first which kind they want.',
      'I like, I wish, I wonder: three sentences that carry almost everything.',
      'The owner decides. A council lays out; it does not judge.',
      'If three meetings have changed nothing that anybody does, speak about that.',
    ],
    place: 'council',
  },
  {
    id: 'blind',
    part: 'council',
    title: 'Why figures are given blind',
    lines: [
      'Whoever hears another’s estimate moves towards it, and the group becomes narrower without becoming better.',
      'So everybody seals first, and all is opened together.',
      'Reasons count for more than the median: read them first.',
    ],
    place: 'rounds',
  },
];
