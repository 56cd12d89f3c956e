import type { Topic } from './guide.ts';

/** A minute before a call: the pre-call screen shows it whole. */
export const composure: Topic = {
  id: 'composure',
  part: 'interview',
  title: 'Calm and tone, a minute before',
  lines: [
    'Read who helped you get here, as if they stood behind you.',
    'You want confidence, not a fight: fear costs offers, and so does heat.',
    'Sit upright, breathe out slowly, and speak slower than you want to.',
    'Begin with your first sentence, word by word as you wrote it. The rest comes.',
    'You may always say: “I would like to think about that, and answer tomorrow.”',
  ],
  place: 'prep',
};

/** The job mission, interviews and debriefs, in our own words. */
export const missionTopics: readonly Topic[] = [
  {
    id: 'mission',
    part: 'mission',
    title: 'Write the job yourself',
    lines: [
      'Postings are vague because the employer has not decided yet. Your version decides.',
      'The mission in one or two sentences, two to five objectives, each with results that can be measured.',
      'From each result follows what it takes: money, people, authority, time, learning.',
      'Write it in private first. It gives you the sharpest questions of the interview.',
    ],
    place: 'mission',
  },
  {
    id: 'mission-shown',
    part: 'mission',
    title: 'Show it to the manager',
    lines: [
      'After two talks or so, as a draft, live: a call or a coffee, never by mail.',
      'Let them correct it. Is it this job, or that one?',
      'It shows that you answer for results, and that you look ahead.',
      'It saves you from another job than the one you took, and it prepares what you will ask for.',
    ],
    place: 'mission',
  },
  {
    id: 'debrief',
    part: 'interview',
    title: 'Right after a talk',
    lines: [
      'Their exact words first, then what you felt, then what you make of it: three columns, kept apart.',
      'Guess how it goes on before anybody else tells you, and let the council guess blind.',
      'Most people think worse of their talk than the other side does. The council sees the difference.',
      'Give the inner critic a name, and change one thing at once.',
    ],
    place: 'debriefs',
  },
  composure,
];
