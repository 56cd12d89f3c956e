import { z } from 'zod';
import { currency, id, minor, optionalLine } from '../kernel/input.ts';
import { largestAmount } from './package.ts';

/** An amount of the negotiation's currency, in its smallest unit. */
export const amount = minor.max(largestAmount, 'This amount is too large.');

/** Another offer that is named, and under which alias others read it. */
export const cited = z.strictObject({ offerId: id, as: optionalLine(120, 'the alias') });

/** The negotiation that a call is about. */
export const ofNegotiation = { negotiationId: id };

export const CreateNegotiation = z.strictObject({ offerId: id, currency });
export const NegotiationRef = z.strictObject(ofNegotiation);
export const RemoveNegotiation = z.strictObject(ofNegotiation);
