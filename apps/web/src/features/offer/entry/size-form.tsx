import type { Grant } from '@parley/domain/compensation/components';
import { isOption } from '@parley/domain/compensation/conventions';
import { compareRatios, fromDecimal } from '@parley/domain/kernel/money';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { NumberField, PercentField, PriceField } from '../../../components/form/number-field.tsx';

type Props = {
  grant: Grant;
  put: (patch: Partial<Grant>) => void;
  path: string;
  currency: string;
  errorAt: (path: string) => string | undefined;
};

/** What the grant's amounts are money of. */
const currencyOf = (grant: Grant, offer: string): string => grant.currency ?? offer;

/** How much the grant is, as the letter counts it. */
export function SizeForm({ grant, put, path, currency: offer, errorAt }: Props) {
  const { size, kind, price } = grant;
  const currency = currencyOf(grant, offer);
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {size.by === 'value' ? <ValueFields {...{ size, kind, put, path, currency, errorAt }} /> : null}
      {size.by === 'shares' ? (
        <NumberField
          label={isOption(kind) ? 'Options' : 'Shares'}
          unit={isOption(kind) ? 'options' : 'shares'}
          value={size.shares}
          onChange={(shares) => put({ size: { by: 'shares', shares: shares ?? Number.NaN } })}
          error={errorAt(`${path}.size`)}
        />
      ) : null}
      {size.by === 'percent' ? <ShareFields {...{ size, put, path, errorAt, currency }} listed={grant.listed} /> : null}
      <PriceField
        label="Price of a share"
        optional={size.by !== 'shares'}
        currency={currency}
        value={price}
        onChange={(next) => put({ price: next })}
        error={errorAt(`${path}.price`)}
      />
    </div>
  );
}

type Sized<By extends Grant['size']['by']> = Omit<Props, 'grant' | 'currency'> & { size: Extract<Grant['size'], { by: By }> };

type ValueProps = Sized<'value'> & Pick<Props, 'currency'> & Pick<Grant, 'kind'>;

function ValueFields({ size, kind, put, path, currency, errorAt }: ValueProps) {
  return (
    <>
      <MoneyField
        label="Value of the grant"
        currency={currency}
        per="once"
        hint={
          isOption(kind)
            ? 'How many options that is cannot be told from it: a question to ask, and no worth until then.'
            : undefined
        }
        value={size.value}
        onChange={(value) => put({ size: { ...size, value: value ?? Number.NaN } })}
        error={errorAt(`${path}.size.value`)}
      />
      <PriceField
        label="Price at the grant"
        optional
        currency={currency}
        hint="Buys whole shares. Empty: the price of a share."
        value={size.at ?? null}
        onChange={(at) => put({ size: { ...size, at } })}
        error={errorAt(`${path}.size.at`)}
      />
    </>
  );
}

type ShareProps = Sized<'percent'> & Pick<Props, 'currency'> & Pick<Grant, 'listed'>;

function ShareFields({ size, listed, put, path, currency, errorAt }: ShareProps) {
  return (
    <>
      <PercentField
        label="Share of the company, fully diluted"
        max={100}
        value={size.percent || null}
        onChange={(percent) => put({ size: { ...size, percent: percent ?? '' } })}
        error={errorAt(`${path}.size.percent`)}
      />
      <NumberField
        label="Shares in the company, in total"
        optional
        hint={size.of === null ? 'Not said: a question to ask, and no worth until then.' : undefined}
        value={size.of}
        onChange={(of) => put({ size: { ...size, of } })}
        error={errorAt(`${path}.size.of`)}
      />
      {listed ? null : (
        <MoneyField
          label="What investors valued the company at"
          optional
          currency={currency}
          per="once"
          hint="Of all shares, fully diluted, after the round."
          value={size.valuation ?? null}
          onChange={(valuation) => put({ size: { ...size, valuation } })}
          error={errorAt(`${path}.size.valuation`)}
        />
      )}
    </>
  );
}

/** Whether two prices say that an option is worth nothing today. */
function isUnderwater(price: string | null, strike: string | null): boolean {
  const isRead = (text: string | null): text is string => text !== null && /^\d/.test(text);
  return isRead(price) && isRead(strike) && compareRatios(fromDecimal(strike), fromDecimal(price)) >= 0;
}

/** What a share costs and is worth. */
export function PriceForm({ grant, put, path, currency: offer, errorAt }: Props) {
  const { kind, price, strike, preferred, listed, facts } = grant;
  const currency = currencyOf(grant, offer);
  const isToBeSet = facts?.toBeSet ?? false;
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {isOption(kind) && !isToBeSet ? (
        <PriceField
          label="Strike price"
          currency={currency}
          hint={isUnderwater(price, strike) ? 'At or above the price: worth 0 today, not less.' : undefined}
          value={strike}
          onChange={(next) => put({ strike: next })}
          error={errorAt(`${path}.strike`)}
        />
      ) : null}
      <Checkbox label="The company is listed" checked={listed} onChange={(event) => put({ listed: event.target.checked })} />
      {listed ? null : (
        <PriceField
          label="What investors paid last"
          optional
          currency={currency}
          value={preferred}
          onChange={(next) => put({ preferred: next })}
          error={errorAt(`${path}.preferred`)}
        />
      )}
    </div>
  );
}
