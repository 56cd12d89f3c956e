import { type ComponentName, type Components, componentNames } from '@parley/domain/compensation/components';
import Plus from 'lucide-react/icons/plus';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { BaseForm } from './base-form.tsx';
import { BenefitsForm, LeaveForm } from './benefits-form.tsx';
import { EquityForm, RefreshersForm } from './equity-form.tsx';
import { EsppForm, OneOffForm, WithheldForm } from './extra-form.tsx';
import { MatchForm } from './match-form.tsx';
import { BonusForm, GuaranteeForm, SignOnForm } from './pay-form.tsx';
import { WordsForm } from './role-form.tsx';
import type { EntryTools } from './use-entry.ts';

type Part = { word: string; show: (tools: EntryTools) => ReactNode };

/** Every part that a letter may have, in the order in which letters say them. */
const parts: Record<ComponentName, Part> = {
  base: { word: 'Base', show: (tools) => <BaseForm tools={tools} /> },
  bonus: { word: 'Bonus', show: (tools) => <BonusForm tools={tools} /> },
  guaranteed: { word: 'Guaranteed bonus', show: (tools) => <GuaranteeForm tools={tools} /> },
  signOn: { word: 'Sign-on', show: (tools) => <SignOnForm tools={tools} /> },
  oneOff: { word: 'One-off pay', show: (tools) => <OneOffForm tools={tools} /> },
  grants: { word: 'Equity', show: (tools) => <EquityForm tools={tools} /> },
  refreshers: { word: 'Written refreshers', show: (tools) => <RefreshersForm tools={tools} /> },
  match: { word: 'Pension or match', show: (tools) => <MatchForm tools={tools} /> },
  espp: { word: 'Share plan', show: (tools) => <EsppForm tools={tools} /> },
  leaveDays: { word: 'Paid leave', show: (tools) => <LeaveForm tools={tools} /> },
  benefits: { word: 'Other benefits', show: (tools) => <BenefitsForm tools={tools} /> },
  notInHand: { word: 'Not in hand', show: (tools) => <WithheldForm tools={tools} /> },
  title: { word: 'Title', show: (tools) => <WordsForm tools={tools} name="title" /> },
  level: { word: 'Level', show: (tools) => <WordsForm tools={tools} name="level" /> },
  location: { word: 'Place of work', show: (tools) => <WordsForm tools={tools} name="location" /> },
  remote: { word: 'Remote rule', show: (tools) => <WordsForm tools={tools} name="remote" /> },
  startDate: { word: 'Start date', show: (tools) => <WordsForm tools={tools} name="startDate" /> },
  reviewDate: { word: 'Review date', show: (tools) => <WordsForm tools={tools} name="reviewDate" /> },
  notice: { word: 'Notice', show: (tools) => <WordsForm tools={tools} name="notice" /> },
};

const order = componentNames.filter((name) => name in parts);

/** What nearly every letter says first: it is there to begin with. */
const first: readonly ComponentName[] = ['base', 'bonus', 'signOn', 'grants'];

const isSaid = (components: Components, name: ComponentName) => components[name].state !== 'unknown';

type Props = { tools: EntryTools; opened: readonly ComponentName[]; onOpen: (name: ComponentName) => void };

/** The parts that the letter names; another one appears when it is named. What was opened stays, whatever is typed. */
export function PartsForm({ tools, opened, onOpen }: Props) {
  const [seen, setSeen] = useState<readonly ComponentName[]>([]);
  const [added, setAdded] = useState<ComponentName | null>(null);
  const isShown = (name: ComponentName) =>
    first.includes(name) || opened.includes(name) || seen.includes(name) || isSaid(tools.components, name);
  // Once on the screen a part stays there: it never folds away under the fingers.
  const news = order.filter((name) => isShown(name) && !seen.includes(name));
  if (news.length > 0) setSeen([...seen, ...news]);
  const hidden = order.filter((name) => !isShown(name));
  const add = (name: ComponentName) => {
    setAdded(name);
    onOpen(name);
  };
  return (
    <>
      <div className="flex flex-col gap-4">
        {order.filter(isShown).map((name) => (
          <div key={name} ref={name === added ? focusFirst : undefined}>
            {parts[name].show(tools)}
          </div>
        ))}
      </div>
      {hidden.length > 0 ? (
        <fieldset className="border-t border-line pt-3">
          <legend className="mr-3 py-2.5 font-medium sm:float-left">Add a part</legend>
          <div className="flex flex-wrap gap-x-1 gap-y-1">
            {hidden.map((name) => (
              <Button key={name} kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => add(name)}>
                {parts[name].word}
              </Button>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}

/** Where a part was added, typing goes on in it. */
function focusFirst(node: HTMLElement | null): void {
  node?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}
