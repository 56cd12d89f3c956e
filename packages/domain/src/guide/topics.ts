import { playPhases, situations } from '../negotiation/plan/playbook.ts';
import { situationPlaybooks } from '../negotiation/plan/situation-playbook.ts';
import { stagePlaybooks } from '../negotiation/plan/stage-playbook.ts';
import { councilTopics } from './council-topics.ts';
import type { Topic } from './guide.ts';
import { landingTopics } from './landing-topics.ts';
import { missionTopics } from './mission-topics.ts';
import { negotiationTopics } from './negotiation-topics.ts';
import { searchTopics } from './search-topics.ts';

const books = [
  ...playPhases.map((id) => ({ id, book: stagePlaybooks[id] })),
  ...situations.map((id) => ({ id, book: situationPlaybooks[id] })),
];

/** The checklists of the plan, as topics. */
const playbookTopics = books.map(
  ({ id, book }): Topic => ({
    id,
    part: 'negotiation',
    title: book.title,
    lines: book.lines.map(({ text }) => text),
    place: 'plan',
  }),
);

/** Every practice, in the order of the road. */
export const topics: readonly Topic[] = [
  ...councilTopics,
  ...searchTopics,
  ...missionTopics,
  ...negotiationTopics,
  ...playbookTopics,
  ...landingTopics,
];
