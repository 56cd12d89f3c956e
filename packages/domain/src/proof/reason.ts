import type { Proof } from './proof.ts';

/** A proof as a reason that others may read: the outcome and the number, nothing of its scope or of who can verify it. */
export function reasonFrom({ outcome, metric }: Pick<Proof, 'outcome' | 'metric'>): string {
  return metric === '' || outcome.includes(metric) ? outcome : `${outcome} (${metric})`;
}
