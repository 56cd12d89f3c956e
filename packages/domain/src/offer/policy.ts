import { checkAssumptions } from '../compensation/assumptions.ts';
import { checkClawback } from '../compensation/clawback.ts';
import { projectOffer } from '../compensation/project-offer.ts';
import { cautiousLevels } from '../item/levels.ts';
import { type Decision, no, yes } from '../kernel/decision.ts';
import { DomainError, invalid } from '../kernel/error.ts';
import type { Draft, Frame } from './offer.ts';
import { viewOffer } from './sharing/disclosure.ts';

/** More versions than this are a sign of something else. */
export const mostVersions = 60;

/** Whether another version can be put on record. */
export function canAddVersion(count: number): Decision {
  return count < mostVersions ? yes : no(`An offer keeps at most ${mostVersions} versions.`);
}

/** Opening is a reader's act and is recorded; the owner has the offer itself. */
export function canOpen(isOwner: boolean): Decision {
  return isOwner ? no('This offer is yours: it opens without being recorded.') : yes;
}

/** Whether an offer can be ended: a negotiation stands on it. */
export function canRemove(hasNegotiation: boolean): Decision {
  return hasNegotiation ? no('End the negotiation of this offer first.') : yes;
}

/**
 * Refuses what no engine can count: a schedule that is not 100 %, a cliff longer than the grant, options by value,
 * amounts too large to count over ten years. `path` is where the version stands in the input.
 */
export function checkVersion(version: Draft, frame: Frame, path: string): void {
  checkAssumptions(frame.assumptions, 'frame.assumptions');
  const { content } = version;
  const { signOn } = content.components;
  if (signOn.state === 'known' && signOn.value.clawback)
    checkClawback(signOn.value.clawback, `${path}.content.components.signOn.value.clawback`);
  const far = { ...frame, assumptions: { ...frame.assumptions, horizon: 10 } };
  try {
    projectOffer(content, far.assumptions);
    viewOffer({ employer: { company: '', alias: '' }, version: { ...version, number: 1 }, frame: far }, cautiousLevels);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    throw invalid(`${path}.content.components.${inComponents(error.path ?? '')}`, error.message);
  }
}

/** Refuses assumptions with which a version on record could not be counted. */
export function checkFrame(versions: readonly Draft[], frame: Frame): void {
  for (const version of versions) {
    try {
      checkVersion(version, frame, 'version');
    } catch (error) {
      if (!(error instanceof DomainError) || !error.path?.startsWith('version')) throw error;
      throw invalid('frame.assumptions', error.message);
    }
  }
}

/** `grants.0.price` of the engine is `grants.value.0.price` in the form. */
function inComponents(path: string): string {
  const [component = '', ...rest] = path.split('.');
  return ['', 'total', 'presentValue'].includes(component) ? 'base.value' : [component, 'value', ...rest].join('.');
}
