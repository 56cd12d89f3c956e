import { DomainError, invalid } from './error.ts';

/** What a policy answers: allowed, or not and why. Both ends ask the same function. */
export type Decision = { allowed: true } | { allowed: false; reason: string };

export const yes: Decision = { allowed: true };

/** A refusal; the reason is shown beside the disabled button and in the error. */
export function no(reason: string): Decision {
  return { allowed: false, reason };
}

/**
 * Goes on when allowed. Throws a DomainError with the reason otherwise: `forbidden`, or `invalid` when it is what stands in
 * `field` that is refused.
 */
export function allow(decision: Decision, field?: string): void {
  if (decision.allowed) return;
  throw field === undefined ? new DomainError('forbidden', decision.reason) : invalid(field, decision.reason);
}

/** The first refusal of several decisions, or yes. */
export function every(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? yes;
}
