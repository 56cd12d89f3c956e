import type { Assumptions } from '@parley/domain/compensation/assumptions';
import { type Components, type Grant, listOf } from '@parley/domain/compensation/components';
import { differenceOf } from '@parley/domain/compensation/difference';
import type { GrantValue } from '@parley/domain/compensation/equity';
import { type Projection, projectOffer } from '@parley/domain/compensation/project-offer';
import type { Version } from '@parley/domain/offer/offer';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useFrame } from '../use-frame.ts';
import type { OwnOffer } from '../use-offer.ts';
import { AssumptionsForm } from './assumptions-form.tsx';
import { CalendarPanel, type CountBy, CountByForm } from './calendar-panel.tsx';
import { ClawbackPanel } from './clawback-panel.tsx';
import { SliderForm } from './slider-form.tsx';
import { TotalsChart } from './totals-chart.tsx';
import { Headline, TotalsPanel } from './totals-panel.tsx';
import { VestingChart } from './vesting-chart.tsx';

type Result = { projection: Projection } | { wrong: string };

function project(latest: Version, assumptions: Assumptions): Result {
  try {
    return { projection: projectOffer(latest.content, assumptions) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : 'These assumptions cannot be used.' };
  }
}

type Props = { offer: OwnOffer; latest: Version };

/** The figures on the assumptions being tried, recomputed here at every change, without asking the server. */
export function FiguresPanel({ offer, latest }: Props) {
  const { frame } = offer;
  const [tried, setTried] = useState<Assumptions | null>(null);
  const { save, pending, failure } = useFrame(offer);
  const assumptions = tried ?? frame.assumptions;
  // A slider moves at once; tables and charts follow as fast as the machine can draw them.
  const drawn = useDeferredValue(assumptions);
  const result = useMemo(() => project(latest, drawn), [latest, drawn]);
  const counted = 'projection' in result ? result.projection : offer.projection;
  if (!counted) return null;
  return (
    <>
      <First offer={offer} latest={latest} assumptions={drawn} counted={counted} isWrong={'wrong' in result} />
      <AssumptionsForm
        value={assumptions}
        saved={frame.assumptions}
        currency={latest.content.currency}
        onChange={setTried}
        onSave={() => save({ assumptions }, () => setTried(null))}
        wrong={'wrong' in result ? result.wrong : null}
        {...{ pending, failure }}
      />
      <Drawn latest={latest} assumptions={drawn} counted={counted} />
      <SliderForm
        components={latest.content.components}
        value={assumptions}
        saved={frame.assumptions}
        counted={counted}
        kept={offer.projection}
        onChange={setTried}
      />
      <Later components={latest.content.components} counted={counted} />
    </>
  );
}

type DrawnProps = { latest: Version; assumptions: Assumptions; counted: Projection };

/** The one figure to remember; what it rests on stands right under it. */
const First = memo(function First({ offer, latest, assumptions, counted, isWrong }: DrawnProps & Props & { isWrong: boolean }) {
  const [first] = offer.versions;
  const isFirst = !first || first.number === latest.number;
  const difference = isWrong || isFirst ? null : differenceOf(first.content, latest.content, assumptions);
  return <Headline projection={counted} difference={difference} versionNumber={latest.number} />;
});

const Drawn = memo(function Drawn({ latest, assumptions, counted }: DrawnProps) {
  const [by, setBy] = useState<CountBy>('vest');
  const { components } = latest.content;
  const { discount } = assumptions;
  const totals = { components, projection: counted, discount };
  return (
    <>
      <CountByForm by={by} onBy={setBy} firstDay={counted.firstDay} />
      {by === 'calendar' && counted.firstDay !== null ? <CalendarPanel projection={counted} /> : <TotalsPanel {...totals} />}
      <TotalsChart projection={counted} />
    </>
  );
});

type LaterProps = { components: Components; counted: Projection };

/** What lies further down: what would be owed back, and every grant month by month. */
const Later = memo(function Later({ components, counted }: LaterProps) {
  const { signOn, grants, refreshers } = components;
  return (
    <>
      {signOn.state === 'known' ? (
        <ClawbackPanel signOn={signOn.value} currency={counted.currency} firstDay={counted.firstDay} />
      ) : null}
      <GrantCharts list={listOf(grants)} values={counted.grants} currency={counted.currency} />
      <GrantCharts list={listOf(refreshers)} values={counted.refreshers} currency={counted.currency} />
    </>
  );
});

function GrantCharts({ list, values, currency }: { list: Grant[]; values: GrantValue[]; currency: string }) {
  return list.map((grant, at) => {
    const value = values[at];
    return value ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a grant has no other name than its place in the letter.
      <VestingChart key={`${grant.kind}-${at}`} grant={grant} value={value} currency={currency} />
    ) : null;
  });
}
