import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { TotpDialog } from './totp-dialog.tsx';
import { TotpEndDialog } from './totp-end-dialog.tsx';
import { TotpRemakeDialog } from './totp-remake-dialog.tsx';

type Step = 'begin' | 'remake' | 'end' | null;

/** A code from an app after the password: off, or on with so many recovery codes left. */
export function TotpCard() {
  const trpc = useTRPC();
  const [step, setStep] = useState<Step>(null);
  const totp = useQuery(trpc.totp.get.queryOptions());
  const close = () => setStep(null);
  return (
    <Card title="Code at the sign-in">
      <div className="flex flex-col gap-3">
        <p className="max-w-prose text-ink-soft">
          After your password, Parley asks for six digits that an app on your phone shows. A stolen password alone opens nothing.
          Signing in with a passkey needs no code.
        </p>
        {totp.isPending ? <Skeleton lines={2} what="your code" /> : null}
        {totp.isLoadingError ? <Failed error={totp.error} what="your code" retry={() => void totp.refetch()} /> : null}
        {totp.data?.on ? <On {...totp.data} choose={setStep} /> : null}
        {totp.data && !totp.data.on ? (
          <div>
            <Button onClick={() => setStep('begin')}>Set up an app</Button>
          </div>
        ) : null}
      </div>
      {step === 'begin' ? <TotpDialog onClose={close} /> : null}
      {step === 'remake' ? <TotpRemakeDialog onClose={close} /> : null}
      {step === 'end' ? <TotpEndDialog onClose={close} /> : null}
    </Card>
  );
}

type OnProps = { since: string | null; codesLeft: number; choose: (step: Step) => void };

function On({ since, codesLeft, choose }: OnProps) {
  const format = useFormat();
  const left = codesLeft === 1 ? '1 recovery code is' : `${codesLeft} recovery codes are`;
  return (
    <>
      <p>
        {since === null ? 'On.' : `On since ${format.instant(since)}.`} {left} left of 10.
      </p>
      {codesLeft < 3 ? (
        <Notice tone="warn" title="Make new recovery codes soon.">
          Without one, a lost phone means that the person who runs this Parley has to let you in.
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => choose('remake')}>Make new recovery codes</Button>
        <Button kind="quiet" onClick={() => choose('end')}>
          Switch it off
        </Button>
      </div>
    </>
  );
}
