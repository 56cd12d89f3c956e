import type { MissionDocument, Objective } from '@parley/domain/mission/mission';
import type { ConflictRow } from '../../../components/feedback/conflict.tsx';

/** The parts of two versions that differ, as text side by side. */
export function outline(mine: MissionDocument, newer: MissionDocument): ConflictRow[] {
  const rows = [
    { label: 'Statement', of: (document: MissionDocument) => document.statement },
    { label: 'Objectives', of: (document: MissionDocument) => document.objectives.map(inWords).join('\n') },
    {
      label: 'Questions',
      of: (document: MissionDocument) =>
        document.questions
          .map(({ text, answered, asked, answer }) =>
            [text, answered ? '(answered)' : asked ? '(asked)' : '', answer].filter(Boolean).join(' '),
          )
          .join('\n'),
    },
    {
      label: 'What it takes',
      of: (document: MissionDocument) =>
        document.needs
          .map(({ text, leg, amount }) =>
            [text, leg, amount ? `${amount.minor} ${amount.currency}` : ''].filter(Boolean).join(', '),
          )
          .join('\n'),
    },
    { label: 'Corrections', of: (document: MissionDocument) => document.corrections },
    {
      label: 'Before the manager sees it',
      of: ({ interviewsHeld, conversation, feedback }: MissionDocument) =>
        [
          `${interviewsHeld} interviews`,
          conversation ? `${conversation.channel} on ${conversation.on}` : '',
          feedback?.kind ?? '',
        ]
          .filter(Boolean)
          .join(', '),
    },
  ];
  return rows
    .map(({ label, of }) => ({ label, mine: of(mine) || '–', newer: of(newer) || '–' }))
    .filter((row) => row.mine !== row.newer);
}

function inWords({ title, keyResults }: Objective): string {
  const lines = keyResults.map(({ metric, start, target, current, unit, due }) =>
    [`  ${metric}:`, `${start ?? '?'} → ${target ?? '?'}`, unit, current ? `now ${current}` : '', due ? `by ${due}` : '']
      .filter(Boolean)
      .join(' '),
  );
  return [title, ...lines].join('\n');
}
