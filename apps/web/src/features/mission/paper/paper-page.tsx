import type { MissionDocument } from '@parley/domain/mission/mission';
import { listLineProofs } from '@parley/domain/mission/proof';
import { useQuery } from '@tanstack/react-query';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Checkbox, RadioGroup } from '../../../components/form/choice-field.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Page } from '../../../components/page.tsx';
import { saveFile } from '../../../lib/file/save.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useCopy } from '../../../lib/use-copy.ts';
import { PaperCard } from './paper-card.tsx';
import { usePaper } from './use-paper.ts';

const title = 'Mission on one page';
const sizes = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'Letter' },
] as const;

/** My mission as it leaves the house: printed on one page, or as Markdown. */
export function PaperPage({ opportunityId }: { opportunityId: string }) {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const missionId = page.data?.parts.mission[0];
  const mission = useQuery({
    ...trpc.mission.get.queryOptions({ missionId: missionId ?? '' }),
    enabled: missionId !== undefined,
  });
  const back = (
    <LinkButton to="/opportunities/$opportunityId/mission" params={{ opportunityId }}>
      Back to the mission
    </LinkButton>
  );
  const failed = [page, mission].find(({ isLoadingError }) => isLoadingError);
  if (failed)
    return (
      <Page title={title}>
        <Failed error={failed.error} what="the mission" retry={() => void failed.refetch()} />
      </Page>
    );
  if (page.isPending || (missionId !== undefined && mission.isPending))
    return (
      <Page title={title}>
        <Skeleton what="the mission" lines={6} />
      </Page>
    );
  const own = page.data?.own;
  if (!own || !mission.data)
    return (
      <Page title={title}>
        <EmptyState title="There is no mission of yours here." action={back}>
          Only who wrote a mission takes it out of the house.
        </EmptyState>
      </Page>
    );
  return <Out opportunityId={opportunityId} document={mission.data.document} role={own.details.role} />;
}

function Out({ opportunityId, document, role }: { opportunityId: string; document: MissionDocument; role: string }) {
  const { paper, words, markdown, size, setSize, choice, setChoice } = usePaper(document, role);
  const { state, copy } = useCopy(markdown);
  const header = (
    <header className="flex flex-col gap-3 py-4 print:hidden">
      <h1 className="text-2xl">{title}</h1>
      <p className="max-w-prose text-ink-soft">
        For the manager. What your council said, answers you noted and corrections are not on it.
      </p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <RadioGroup label="Paper" inline choices={sizes} value={size} onChange={setSize} />
        <Checkbox
          label="What it takes"
          checked={choice.needs}
          onChange={({ target }) => setChoice({ ...choice, needs: target.checked })}
        />
        {listLineProofs(document).length > 0 ? (
          <Checkbox
            label="Proofs"
            checked={choice.proofs}
            onChange={({ target }) => setChoice({ ...choice, proofs: target.checked })}
          />
        ) : null}
        <Checkbox
          label="Open questions"
          checked={choice.questions}
          onChange={({ target }) => setChoice({ ...choice, questions: target.checked })}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          Print
        </Button>
        <Button icon={<Copy aria-hidden="true" />} onClick={copy}>
          {state === 'copied' ? 'Copied' : 'Copy as Markdown'}
        </Button>
        <Button icon={<Download aria-hidden="true" />} onClick={() => saveFile('mission.md', markdown, 'text/markdown')}>
          Download Markdown
        </Button>
        <LinkButton kind="quiet" to="/opportunities/$opportunityId/mission" params={{ opportunityId }}>
          Back to the mission
        </LinkButton>
      </div>
      {state === 'failed' ? <p role="alert">The browser refused to copy. Download it instead.</p> : null}
    </header>
  );
  return (
    <div className="print:[&>div]:p-0 print:[&>div]:max-w-none">
      <Page title={title} header={header} wide>
        <PaperCard paper={paper} size={size} words={words} />
      </Page>
    </div>
  );
}
