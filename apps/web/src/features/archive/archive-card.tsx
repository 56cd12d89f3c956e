import { type ArchivePart, archiveParts } from '@parley/domain/archive/archive';
import Download from 'lucide-react/icons/download';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Meter } from '../../components/meter.tsx';
import { BringForm } from './bring-form.tsx';
import { type Taking, useTake } from './use-take.ts';

const partWords: Record<ArchivePart, string> = {
  person: 'your profile and lists',
  opportunities: 'your opportunities',
  missions: 'your missions',
  offers: 'your offers',
  negotiations: 'your negotiations',
  rounds: 'your counter rounds',
  rehearsals: 'your rehearsals',
  debriefs: 'your debriefs',
  conversations: 'what you said',
  councils: 'what you gave to councils',
};

/** All that is mine as one file, and the way back in from such a file. */
export function ArchiveCard() {
  const { taking, take } = useTake();
  return (
    <Card title="Your archive">
      <div className="flex max-w-dialog flex-col gap-4">
        <p>
          One zip file with everything that is yours: pages to read, and the same as JSON for programs. What other people wrote
          stays with them.
        </p>
        <p className="text-ink-soft">It is not sealed any more once it has left Parley: your walk-away numbers are in it too.</p>
        <div>
          <Button icon={<Download aria-hidden="true" />} onClick={take} pending={taking.state === 'taking'}>
            Take my archive
          </Button>
        </div>
        <TakingNote taking={taking} />
        <BringForm />
      </div>
    </Card>
  );
}

function TakingNote({ taking }: { taking: Taking }) {
  if (taking.state === 'taking') {
    const of = archiveParts.length;
    return (
      <div className="flex flex-wrap items-center gap-3" role="status">
        <Meter label="Archive" value={taking.done / of} text={`${taking.done} of ${of}`} />
        <span className="text-ink-soft">Fetching {partWords[taking.part]}</span>
      </div>
    );
  }
  if (taking.state === 'taken')
    return <Notice tone="good" title={`${taking.name} is in your downloads, with ${taking.rows} entries.`} />;
  if (taking.state === 'changing') {
    return (
      <Notice tone="warn" title="Something kept changing while the archive was being put together.">
        Nothing was saved. Wait until nothing of yours is being edited on another device, then take it again.
      </Notice>
    );
  }
  return taking.state === 'failed' ? <FormFailure failure={taking.failure} /> : null;
}
