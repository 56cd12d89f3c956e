import { missingInPay } from '../compensation/base.ts';
import { type ComponentName, type Components, type Grant, listOf } from '../compensation/components.ts';
import { arithmeticOf } from '../compensation/conventions.ts';

/**
 * What to ask about one field that a stated component leaves open; `path` within the components. `about` names the grant
 * where there is more than one.
 */
export type DetailQuestion = { path: string; about: string | null; question: string };

type Open = { field: string; question: string; isOpen: (grant: Grant) => boolean };

const isBought = ({ kind }: Grant): boolean => arithmeticOf[kind].bought;
const counts = ({ kind }: Grant): 'shares' | 'options' => arithmeticOf[kind].counts;

const openings: readonly Open[] = [
  {
    field: 'size',
    question: 'How many shares are there, fully diluted, and how many of them are mine?',
    isOpen: ({ size }) => size.by === 'percent' && size.of === null,
  },
  {
    field: 'size',
    question: 'How many options is that, and at which price was the value counted?',
    isOpen: (grant) => grant.size.by === 'value' && counts(grant) === 'options',
  },
  { field: 'price', question: 'What is a share worth today, and since when?', isOpen: ({ price }) => price === null },
  {
    field: 'strike',
    question: 'When is the strike set, and what was the last valuation of the ordinary share?',
    isOpen: (grant) => counts(grant) === 'options' && grant.facts?.toBeSet === true,
  },
  {
    field: 'strike',
    question: 'What is the strike?',
    isOpen: (grant) => counts(grant) === 'options' && grant.strike === null && grant.facts?.toBeSet !== true,
  },
  {
    field: 'preferred',
    question: 'What did investors pay for a share last, and what do they get first in a sale?',
    isOpen: ({ listed, preferred, size }) => !listed && preferred === null && !(size.by === 'percent' && size.valuation != null),
  },
  {
    field: 'facts.exerciseDays',
    question: 'How long can I exercise after I leave?',
    isOpen: (grant) => isBought(grant) && (grant.facts?.exerciseDays ?? null) === null,
  },
  {
    field: 'facts.earlyExercise',
    question: 'Can I exercise before it vests?',
    isOpen: (grant) => isBought(grant) && (grant.facts?.earlyExercise ?? null) === null,
  },
  {
    field: 'facts.acceleration',
    question: 'Does anything vest at once in a sale: on the sale itself, or only if I am let go after it?',
    isOpen: ({ listed, facts }) => !listed && (facts?.acceleration ?? null) === null,
  },
  {
    field: 'facts.needsExit',
    question: 'Does it also need a sale or a listing to vest?',
    isOpen: (grant) => !grant.listed && counts(grant) === 'shares' && (grant.facts?.needsExit ?? null) === null,
  },
];

const countWords = {
  hours: 'How many hours a week is that for?',
  days: 'How many days a week is that for?',
};

/** What makes no year of the base yet. */
function payQuestions({ base }: Components): DetailQuestion[] {
  const missing = base.state === 'known' ? missingInPay(base.value) : null;
  return missing === null ? [] : [{ path: `base.${missing}`, about: null, question: countWords[missing] }];
}

/** What to ask about pay and about each grant, in the order of the letter: what no figure is invented for. */
export function detailQuestions(components: Components): DetailQuestion[] {
  const all = [...listOf(components.grants), ...listOf(components.refreshers)];
  const of = (name: 'grants' | 'refreshers', word: string) =>
    listOf(components[name]).flatMap((grant, at) => {
      const about = all.length === 1 ? null : grant.name || `${word} ${at + 1}`;
      const open = openings.filter(({ isOpen }) => isOpen(grant));
      return open.map(({ field, question }) => ({ path: `${name}.${at}.${field}`, about, question }));
    });
  return [...payQuestions(components), ...of('grants', 'Grant'), ...of('refreshers', 'Refresher')];
}

/** What to ask the employer about a component that is not stated yet. */
export const questions: Record<ComponentName, string> = {
  base: 'What is the base salary, and how often is it reviewed?',
  bonus: 'Is there a bonus? What is the target, and what was paid in the last two years?',
  guaranteed: 'Is any part of the bonus guaranteed in the first year?',
  signOn: 'Is there a sign-on payment, when is it paid, and would I owe it back on leaving?',
  oneOff: 'Is there pay that comes once, for staying, moving or a visa, and would I owe it back?',
  grants: 'Is there equity? How many shares or what value, at which price, and how does it vest?',
  refreshers: 'Are further grants written down, and from which year?',
  match: 'Does the company add to retirement saving, at which rate and up to what?',
  espp: 'Is there a share purchase plan, at which discount and up to what?',
  leaveDays: 'How many days of paid leave are there, and do unused days carry over?',
  benefits: 'Which other benefits come with it, and what are they worth?',
  notInHand: 'Is anything in the stated total that is not paid out to me, such as gratuity, provident fund or insurance?',
  level: 'Which level is this, and what distinguishes it from the next?',
  title: 'Which title will the contract carry?',
  location: 'Where is the place of work in the contract?',
  remote: 'How many days on site are expected, and is that written down?',
  startDate: 'Which start date do you have in mind?',
  reviewDate: 'When is the first review of pay and level?',
  notice: 'How long is the notice on each side, and is there a probation?',
};
