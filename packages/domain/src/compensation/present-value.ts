import { invalid } from '../kernel/error.ts';
import { fromPercent, one, plus, type Ratio, toMinor, zero } from '../kernel/money.ts';

/**
 * Σ flow_k / (1 + r)^k with flows at year ends, plus Σ start_k / (1 + r)^(k − 1) with what is paid as a year begins, so that
 * money of the first day is not discounted. Rounded once. `discount` in percent a year, above -100. Source: US Office of
 * Management and Budget, Circular A-94, discounting of flows at year ends.
 */
export function presentValueOf(flows: readonly number[], discount: string, starts: readonly number[] = []): number {
  const factor = plus(one, fromPercent(discount, 'assumptions.discount'));
  if (factor.n <= 0n) throw invalid('assumptions.discount', 'A discount is above -100 %.');
  const years = Array.from({ length: Math.max(flows.length, starts.length) }, (_, at) => at);
  // From the last year backwards, and not reduced on the way: rounding does not need lowest terms.
  const value = years.reduceRight<Ratio>((later, at) => {
    const ends = { n: (later.n + BigInt(flows[at] ?? 0) * later.d) * factor.d, d: later.d * factor.n };
    return { n: ends.n + BigInt(starts[at] ?? 0) * ends.d, d: ends.d };
  }, zero);
  return toMinor(value, 'presentValue');
}
