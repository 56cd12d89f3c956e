import { levelWord } from '@parley/domain/item/levels';
import { useQuery } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import Lock from 'lucide-react/icons/lock';
import Table2 from 'lucide-react/icons/table-2';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip, ChipButton } from '../../components/chip.tsx';
import { Faces } from '../../components/faces.tsx';
import type { ShareChipProps } from '../../components/item-tools.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { lastMomentOf } from './use-choice.ts';
import type { Glance, Standing } from './use-share.ts';

const ShareDialog = lazy(() => import('./share-dialog.tsx').then((file) => ({ default: file.ShareDialog })));

/** "Who sees this", on every item: the owner opens the share dialog with it, a reader sees from whom they have it. */
export function ShareChip({ itemId, kind, act }: ShareChipProps) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(trpc.share.glance.queryOptions({ itemId }));
  if (!data) return <span aria-hidden="true" className="h-8 w-32" />;
  if (!('mine' in data) || !data.mine) return <ReaderChip glance={data} />;
  return (
    <>
      <OwnerChip standing={data} act={act} onOpen={() => setOpen(true)} />
      <Suspense fallback={null}>
        {open ? <ShareDialog itemId={itemId} kind={kind} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

function OwnerChip({ standing, act, onOpen }: { standing: Standing; act: string | undefined; onOpen: () => void }) {
  const { kind, shares, readers } = standing;
  const words = new Set(readers.map(({ levels }) => levelWord(levels)));
  const level = kind !== 'offer' || words.size === 0 ? '' : ` · ${words.size === 1 ? [...words].join('') : 'different levels'}`;
  const councils = [...new Set(shares.filter((share) => share.readerId === null).map((share) => share.councilName))];
  const names = readers.map(({ name }) => name);
  if (shares.length === 0 && act)
    return (
      <Button icon={<Lock aria-hidden="true" />} data-share onClick={onOpen}>
        {act}
      </Button>
    );
  if (shares.length === 0)
    return (
      <ChipButton icon={<Lock aria-hidden="true" />} data-share onClick={onOpen} aria-label="Who sees this: only you. Share it">
        Only you
      </ChipButton>
    );
  const people = councils.length > 0 ? councils.join(', ') : names.join(', ');
  return (
    <ChipButton
      tone="accent"
      icon={councils.length > 0 ? <Table2 aria-hidden="true" /> : <Faces names={names} most={3} />}
      data-share
      onClick={onOpen}
      aria-label={`Who sees this: ${people}${level}. Change it`}
    >
      {people}
      {level}
    </ChipButton>
  );
}

function ReaderChip({ glance }: { glance: Exclude<Glance, { mine: true }> }) {
  const format = useFormat();
  const level = glance.kind === 'offer' ? ` · ${levelWord(glance.levels)}` : '';
  const until = glance.expiresAt === null ? '' : ` · until ${format.dayOf(lastMomentOf(glance.expiresAt))}`;
  return (
    <Chip icon={<Eye aria-hidden="true" />}>
      {glance.ownerName} shares this with you
      {level}
      {until}
    </Chip>
  );
}
