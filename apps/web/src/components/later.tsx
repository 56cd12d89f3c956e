import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react';

/**
 * A part that is fetched when it is first shown, such as a form that opens by a press: a page that is read does not bring it along.
 * Shown within a transition, what was there stays until it has come; otherwise `meanwhile` stands in its place.
 */
export function later<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const Fetched = lazy(() => fetch().then((part) => ({ default: part })));
  return function Later(props) {
    return <Suspense fallback={meanwhile}>{createElement(Fetched, props)}</Suspense>;
  };
}
