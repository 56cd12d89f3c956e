/** What the people of the story write: each a word that stands nowhere else in the product. */
export const story = {
  ana: 'Ana Ferrowick',
  ben: 'Ben Tallowmere',
  cara: 'Cara Windlestraw',
  password: 'seventeen quiet herons',
  council: 'Brambleford table',
  company: 'Quillfrost Payments',
  role: 'Staff engineer for ledgers',
  alias: 'fintech of five hundred',
  statement: 'Make every transfer so dull that nobody speaks of zephyrine.',
  objectives: ['Ship without dreadnoughts', 'A platform that others chooseth'],
  results: ['Minutes to marblehead', 'Teams upon the lanternway'],
  remark: 'I wish the first line said who is wainscotted by it.',
  base: 187_654,
  walkAway: 143_219,
  ask: 'Two more engineers for the tidewrack',
  why: 'The roadmap is seven people wide and kestrelmoor says so.',
  asked: 273_519,
  counter: 'Open with the people, then say brindlecombe about the money.',
  said: 'They said the word halcyonsett twice.',
  reads: {
    ana: { likelihood: 83, reason: 'They spoke of my start as oakenfield.' },
    ben: { likelihood: 67, reason: 'A warm tone and a vague mistlethorn.' },
    cara: { likelihood: 91, reason: 'Nobody says pennyworthing to a stranger.' },
  },
  farewell: 'Away for the fennelwater season.',
} as const;

/** A number as it may be written by a person, a page, or a program: plain, grouped, or in the smallest unit. */
export function written(value: number): RegExp {
  const groups = value.toLocaleString('en-US').split(',');
  return new RegExp(`(?<![\\d])${groups.join("[\\s.,'’_\u00a0\u202f]?")}(?:[.,]?00)?(?!\\d)`);
}

/** A number that stands alone in an answer of the API. */
export const alone = (value: number) => new RegExp(`(?<![\\w.:-])${value}(?![\\w:-])`);

/** One rare word of each text, and the company's. */
const rareWords =
  'zephyrine dreadnoughts chooseth marblehead lanternway wainscotted tidewrack kestrelmoor brindlecombe halcyonsett ' +
  'oakenfield mistlethorn pennyworthing fennelwater quillfrost ferrowick tallowmere windlestraw brambleford herons';

/** Every rare word, number and address of the story, as a file that told them would spell it. */
export function canaries(addresses: readonly string[]): string[] {
  const numbers = [story.base, story.walkAway, story.asked];
  const figures = numbers.flatMap((value) => [String(value), value.toLocaleString('en-US')]);
  return [...figures, ...rareWords.split(' '), ...addresses, story.role, story.alias];
}
