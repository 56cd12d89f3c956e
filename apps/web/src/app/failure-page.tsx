import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/feedback/notice.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { failureOf } from '../lib/failure.ts';

/** Takes the place of a page whose content is not (or no longer) there, or which broke. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  useEffect(() => boundary.reset(), [boundary]);
  const failure = failureOf(error);
  const again = () => {
    reset();
    void router.invalidate();
  };
  if (failure.code === 'NOT_FOUND') return <EndedPage />;
  const ours = failure.code === 'OFFLINE' && !isNetwork(error);
  return (
    <Page title="This page could not be shown">
      <Notice
        tone="bad"
        title={ours ? 'Something in this page broke. What you typed is kept.' : failure.message}
        action={<Button onClick={again}>Try again</Button>}
      >
        {failure.id ? `If you report this, quote ${failure.id}.` : null}
      </Notice>
    </Page>
  );
}

/** What was shared is no longer shared, or never was: the same words for both. */
function EndedPage() {
  return (
    <Page title="You cannot see this page">
      <p className="max-w-prose">
        It may not exist, or your access has ended: shares expire or are withdrawn, and people leave councils. Nothing of it stays
        in this window.
      </p>
      <div>
        <LinkButton to="/" kind="primary">
          Go to Today
        </LinkButton>
      </div>
    </Page>
  );
}

/** No route has this address. */
export function MissingPage() {
  return (
    <Page title="There is no page at this address">
      <p>Check the link, or start from Today.</p>
      <div>
        <LinkButton to="/" kind="primary">
          Go to Today
        </LinkButton>
      </div>
    </Page>
  );
}

/** A failed fetch, or a piece of the app that could not be loaded. */
function isNetwork(error: unknown): boolean {
  return error instanceof TypeError && /fetch|import|network/i.test(error.message);
}
