import type { OfferView } from '@parley/domain/offer/sharing/disclosure';
import { type ComponentType, createContext, use } from 'react';

/** Draws an offer as a reader gets it. The app brings it, so that this feature does not know the other. */
export type OfferPreview = ComponentType<{ view: OfferView }>;

export const PreviewContext = createContext<OfferPreview | null>(null);

/** What draws an offer for the live preview; null where the app brought nothing. */
export function useOfferPreview(): OfferPreview | null {
  return use(PreviewContext);
}
