import { type ComponentName, type Components, known } from '@parley/domain/compensation/components';
import { Button } from '../../../components/button.tsx';
import { blankGrant } from './grant-form.tsx';
import type { EntryTools } from './use-entry.ts';

type Template = { label: string; opens: readonly ComponentName[]; components: () => Partial<Components> };

const monthly = () => known({ amount: Number.NaN, per: 'month' as const });

/** What letters of a country and kind say: their parts stand open, and nothing is claimed of them. */
const templates: readonly Template[] = [
  {
    label: 'US, with shares (RSU)',
    opens: ['bonus', 'signOn', 'match', 'leaveDays'],
    components: () => ({ grants: known([blankGrant('rsu')]) }),
  },
  {
    label: 'Start-up, with options',
    opens: ['leaveDays'],
    components: () => ({ grants: known([blankGrant('iso')]) }),
  },
  { label: 'Europe, by month', opens: ['bonus', 'leaveDays', 'benefits'], components: () => ({ base: monthly() }) },
  { label: 'UK, with pension', opens: ['bonus', 'match', 'leaveDays', 'benefits'], components: () => ({}) },
  {
    label: 'India, CTC',
    opens: ['bonus', 'signOn', 'notInHand', 'leaveDays'],
    components: () => ({
      bonus: known({ amount: Number.NaN }),
      notInHand: known(['Provident fund', 'Gratuity'].map((name) => ({ name, yearly: Number.NaN }))),
    }),
  },
];

/** Five letters to start from: each opens what such a letter says. */
export function TemplateForm({ tools, onOpen }: { tools: EntryTools; onOpen: (names: readonly ComponentName[]) => void }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left mr-1 text-ink-soft">Start from</legend>
      {templates.map(({ label, opens, components }) => (
        <Button
          key={label}
          onClick={() => {
            tools.set(components());
            onOpen(opens);
          }}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
