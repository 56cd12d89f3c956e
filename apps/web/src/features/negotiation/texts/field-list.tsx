import type { Field, FieldPlace } from '@parley/domain/negotiation/texts/text';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../../components/feedback/notice.tsx';
import { partOfNegotiation, roomOf } from '../../../lib/rooms.ts';

const rooms: Record<FieldPlace, string> = {
  opportunity: 'the opportunity',
  offer: 'the offer',
  plan: 'your plan',
  ledger: 'the ledger',
  terms: 'the terms',
  me: 'your profile',
};

const look = 'inline-flex min-h-11 items-center text-accent underline';

/** Leads to where a field is filled in. */
export function FieldLink({ at, opportunityId }: { at: FieldPlace; opportunityId: string }) {
  const words = `Go to ${rooms[at]}`;
  if (at === 'me')
    return (
      <Link to="/me" className={look}>
        {words}
      </Link>
    );
  if (at === 'opportunity' || at === 'offer')
    return (
      <Link to={roomOf[at]} params={{ opportunityId }} className={look}>
        {words}
      </Link>
    );
  return (
    <Link to={partOfNegotiation} params={{ opportunityId, part: at }} search={(now) => now} className={look}>
      {words}
    </Link>
  );
}

/** The fields that a text lacks, each with the way there. Nothing is written in their place. */
export function FieldList({ missing, opportunityId }: { missing: readonly Field[]; opportunityId: string }) {
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn" title={missing.length === 1 ? 'One field is empty:' : `${missing.length} fields are empty:`}>
      <ul aria-label="Empty fields">
        {missing.map(({ label, at }) => (
          <li key={label} className="flex flex-wrap items-center gap-x-2">
            {label}
            <FieldLink {...{ at, opportunityId }} />
          </li>
        ))}
      </ul>
      <p>{missing.length === 1 ? 'It stands' : 'They stand'} in the text in square brackets.</p>
    </Notice>
  );
}
