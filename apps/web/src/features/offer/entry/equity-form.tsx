import { type Grant, known, listOf, none, type Stated, unknown } from '@parley/domain/compensation/components';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../../components/button.tsx';
import { blankGrant, GrantForm } from './grant-form.tsx';
import { type State, StatedForm } from './stated-form.tsx';
import type { EntryTools } from './use-entry.ts';

/** The grants of the letter. */
export function EquityForm({ tools }: { tools: EntryTools }) {
  const { grants } = tools.components;
  return (
    <StatedForm label="Equity" state={grants.state} onState={(state) => tools.set({ grants: turned(grants, state, 0) })}>
      {grants.state === 'known' ? (
        <GrantList name="grants" word="Grant" most={8} after={0} tools={tools} />
      ) : (
        <p className="pt-1 text-ink-soft">Shares or options: choose “Stated” to enter them.</p>
      )}
    </StatedForm>
  );
}

/** Further grants that are written down. One that is only hinted at counts as nothing and has no place here. */
export function RefreshersForm({ tools }: { tools: EntryTools }) {
  const { refreshers } = tools.components;
  return (
    <StatedForm
      label="Refreshers"
      state={refreshers.state}
      onState={(state) => tools.set({ refreshers: turned(refreshers, state, 12) })}
    >
      {refreshers.state === 'known' ? (
        <GrantList name="refreshers" word="Refresher" most={10} after={12} tools={tools} />
      ) : (
        <p className="pt-1 text-ink-soft">Only what is written counts. A promise of “usual refreshers” counts as nothing.</p>
      )}
    </StatedForm>
  );
}

function turned(part: Stated<Grant[]>, state: State, after: number): Stated<Grant[]> {
  if (state === 'known') return part.state === 'known' ? part : known([blankGrant('rsu', after)]);
  return state === 'none' ? none : unknown;
}

type ListProps = { name: 'grants' | 'refreshers'; word: string; most: number; after: number; tools: EntryTools };

function GrantList({ name, word, most, after, tools: { components, set, currency, errorAt } }: ListProps) {
  const list = listOf(components[name]);
  const save = (next: Grant[]) => set({ [name]: next.length === 0 ? unknown : known(next) });
  const put = (at: number) => (patch: Partial<Grant>) =>
    save(list.map((grant, index) => (index === at ? { ...grant, ...patch } : grant)));
  const title = (at: number) => `${word} ${at + 1}`;
  // The next one is most often like the last: same kind, a year later where it is a refresher.
  const next = () => {
    const last = list.at(-1);
    const start = last && 'after' in last.vesting.start ? last.vesting.start.after : 0;
    return blankGrant(last?.kind, after === 0 ? 0 : start + after);
  };
  return (
    <div className="flex flex-col gap-6">
      {list.map((grant, at) => (
        <GrantForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a grant is its place in the letter.
          key={at}
          grant={grant}
          put={put(at)}
          path={`draft.content.components.${name}.value.${at}`}
          currency={currency}
          errorAt={errorAt}
          among={list.length > 1 ? { title: title(at), onRemove: () => save(list.filter((_, index) => index !== at)) } : null}
        />
      ))}
      {list.length < most ? (
        <div>
          <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => save([...list, next()])}>
            Add another {word.toLowerCase()}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
