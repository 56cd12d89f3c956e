import { PasskeyCard } from './passkey-card.tsx';
import { TotpCard } from './totp-card.tsx';

/** What stands between an account and who does not own it, beside its password. */
export function SecurityPanel() {
  return (
    <>
      <PasskeyCard />
      <TotpCard />
    </>
  );
}
