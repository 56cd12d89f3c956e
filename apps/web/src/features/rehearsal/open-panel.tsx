import { moodWords } from '@parley/domain/rehearsal/brief';
import { Card } from '../../components/card.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { partOfNegotiation } from '../../lib/rooms.ts';
import { BriefCard } from './brief-card.tsx';
import { CommitCard } from './commit-card.tsx';
import { LineList } from './line-list.tsx';
import { otherOf, type Rehearsal } from './use-rehearsal.ts';

/** Afterwards: what the employer knew, what each heard, and the one thing that changes. */
export function OpenPanel(one: Rehearsal) {
  const { brief, currency, dealt, answers, role } = one;
  return (
    <>
      {brief ? (
        <Card title="The brief, opened">
          <BriefCard brief={brief} currency={currency} />
        </Card>
      ) : null}
      {dealt ? (
        <Card title="Who sat behind the cards">
          <p className="max-w-prose">
            {moodWords[dealt.mood].label}. {dealt.ceiling} {dealt.fixed} {dealt.gives}
          </p>
        </Card>
      ) : null}
      {answers
        .toSorted((a, b) => Number(a.mine) - Number(b.mine))
        .map((answer) => (
          <AnswerCard
            key={answer.authorId}
            answer={answer}
            who={answer.mine ? 'You' : otherOf(one)}
            commits={role === 'candidate'}
          />
        ))}
      <LineList {...one} />
      {role === 'candidate' ? <NextAct {...one} /> : null}
    </>
  );
}

/** What one does with it: the change goes into what one says, or it is played once more. */
function NextAct({ opportunityId, negotiationId }: Rehearsal) {
  const to = (hash: string, words: string) => (
    <LinkButton to={partOfNegotiation} params={{ opportunityId, part: 'plan' }} search={{ of: negotiationId }} hash={hash}>
      {words}
    </LinkButton>
  );
  return (
    <Card title="What comes next">
      <div className="flex flex-wrap gap-2">
        {to('say', 'Take it into your script')}
        {to('rehearse', 'Rehearse again')}
      </div>
    </Card>
  );
}

type Props = { answer: Rehearsal['answers'][number]; who: string; commits: boolean };

function AnswerCard({ answer: { heard, believed, change }, who, commits }: Props) {
  const rows = [
    { name: 'Heard', words: heard },
    { name: 'Made it believable', words: believed },
  ];
  return (
    <Card title={who === 'You' ? 'Your answers' : `What ${who} heard`}>
      <dl className="flex flex-col gap-3">
        {rows.map(({ name, words }) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="max-w-prose whitespace-pre-wrap wrap-anywhere">{words}</dd>
          </div>
        ))}
        <div>
          <dt className="text-sm text-ink-soft">One thing to change</dt>
          <dd className="max-w-prose font-medium wrap-anywhere">
            {change}
            {commits ? <CommitCard change={change} /> : null}
          </dd>
        </div>
      </dl>
    </Card>
  );
}
