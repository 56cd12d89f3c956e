import { listActiveSeats, seatLimits } from '@parley/domain/council/council';
import { dayIn } from '@parley/domain/council/occasion';
import { canHandOver, canRemove } from '@parley/domain/council/policy';
import { useLocation } from '@tanstack/react-router';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import Pencil from 'lucide-react/icons/pencil';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Avatar } from '../../../components/avatar.tsx';
import { IconButton } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Chip } from '../../../components/chip.tsx';
import { Menu } from '../../../components/overlay/menu.tsx';
import { useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';
import { type Council, factsOf, type Member } from '../use-council.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { PresenceDialog } from './presence-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

type Act = { kind: 'remove' | 'handOver'; member: Member };

/** The seats of a council; the moderator's acts hang on each member. */
export function MemberList({ council }: { council: Council }) {
  const [act, setAct] = useState<Act | null>(null);
  const facts = factsOf(council);
  const close = () => setAct(null);
  const { path, landing } = useLanding();
  return (
    <div ref={landing} id="members" tabIndex={-1} data-arrived={path} className="scroll-mt-6 rounded-md">
      <Card
        title="Members"
        flush
        aside={
          <span className="text-sm text-ink-soft tabular-nums">
            {listActiveSeats(facts).length} of {seatLimits.most} seats
          </span>
        }
      >
        <ul className="divide-y divide-line">
          {council.members.map((member) => (
            <MemberRow key={member.accountId} council={council} member={member} onAct={(kind) => setAct({ kind, member })} />
          ))}
        </ul>
        {act?.kind === 'remove' ? <RemoveDialog councilId={council.councilId} member={act.member} onClose={close} /> : null}
        {act?.kind === 'handOver' ? <HandOverDialog councilId={council.councilId} member={act.member} onClose={close} /> : null}
      </Card>
    </div>
  );
}

/** A notice of who came or went leads to the members: they take the focus. */
function useLanding(): { path: string; landing: RefObject<HTMLDivElement | null> } {
  const { pathname: path, hash } = useLocation();
  const landing = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hash !== 'members') return undefined;
    landing.current?.focus({ preventScroll: true });
    // what stands above comes a little later, each part with its answer
    const watch = new ResizeObserver(() => landing.current?.scrollIntoView({ block: 'nearest' }));
    watch.observe(document.body);
    const settled = setTimeout(() => watch.disconnect(), 2_000);
    return () => {
      clearTimeout(settled);
      watch.disconnect();
    };
  }, [hash]);
  return { path, landing };
}

type RowProps = { council: Council; member: Member; onAct: (kind: Act['kind']) => void };

function MemberRow({ council, member, onAct }: RowProps) {
  const facts = factsOf(council);
  const { accountId, name, role, state } = member;
  const own = accountId === council.viewerId;
  const [editing, setEditing] = useState(false);
  const entries = [
    {
      id: 'handOver',
      label: 'Hand over the chair',
      onAct: () => onAct('handOver'),
      allowed: canHandOver(facts, council.viewerId, accountId).allowed,
    },
    {
      id: 'remove',
      label: 'Remove from the council',
      onAct: () => onAct('remove'),
      danger: true,
      allowed: canRemove(facts, council.viewerId, accountId).allowed,
    },
  ].filter((entry) => entry.allowed);
  return (
    <li className="flex min-h-14 items-center gap-3 px-4 py-2 sm:px-5">
      <Avatar name={name} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{name}</span>
        {own ? <span className="text-ink-soft">you</span> : null}
        {role === 'moderator' && state === 'active' ? <Chip tone="accent">Moderator</Chip> : null}
        {state === 'alumnus' ? <Chip tone="good">Landed</Chip> : null}
        {state === 'active' && member.acceptedCharter < council.charterVersion ? (
          <Chip tone="warn">Charter not accepted yet</Chip>
        ) : null}
        <About member={member} zone={council.cadence.zone} />
      </div>
      {own ? (
        <IconButton label="Say something about yourself" icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)} />
      ) : null}
      {editing ? <PresenceDialog council={council} member={member} onClose={() => setEditing(false)} /> : null}
      {entries.length > 0 ? (
        <Menu label={`Options for ${name}`} icon={<EllipsisVertical aria-hidden="true" />} iconOnly entries={entries} />
      ) : null}
    </li>
  );
}

/** What they say about themselves: what they look for, what time it is for them, until when they are away. */
function About({ member: { presence }, zone }: { member: Member; zone: string }) {
  const format = useFormat();
  const person = usePerson();
  const { looking, awayUntil } = presence;
  const away = awayUntil !== null && awayUntil >= dayIn(zone, new Date());
  const elsewhere = presence.zone !== null && presence.zone !== person.zone ? presence.zone : null;
  const parts = [
    looking === '' ? null : `Looking for ${looking}`,
    elsewhere ? `${format.time(new Date(), elsewhere)} in ${format.place(elsewhere)}` : null,
  ].filter((part) => part !== null);
  return (
    <>
      {away ? <Chip tone="warn">Away until {format.day(awayUntil)}</Chip> : null}
      {parts.length > 0 ? <p className="basis-full text-sm text-ink-soft wrap-anywhere">{parts.join(' · ')}</p> : null}
    </>
  );
}
