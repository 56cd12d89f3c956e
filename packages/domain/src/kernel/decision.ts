import { DomainError } from './error.ts';

/** What a policy answers: allowed, or not and why. Both ends ask the same function. */
export type Decision = { allowed: true } | { allowed: false; reason: string };

export const yes: Decision = { allowed: true };

/** A refusal; the reason is shown beside the disabled button and in the error. */
export function no(reason: string): Decision {
  return { allowed: false, reason };
}

/** Goes on when allowed. Throws a `forbidden` DomainError with the reason otherwise. */
export function allow(decision: Decision): void {
  if (!decision.allowed) throw new DomainError('forbidden', decision.reason);
}

/** The first refusal of several decisions, or yes. */
export function every(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? yes;
}
