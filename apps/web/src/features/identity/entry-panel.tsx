import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export type EntryPanelProps = { title: string; lead?: ReactNode; children: ReactNode };

/** The porch: what somebody sees who has not signed in yet. */
export function EntryPanel({ title, lead, children }: EntryPanelProps) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-column flex-col">
      <p className="px-4 pt-6 text-lg font-semibold sm:px-8">Parley</p>
      <Page title={title} lead={lead}>
        {children}
      </Page>
      <p className="mt-auto max-w-prose px-4 py-6 text-sm text-ink-soft sm:px-8">
        A private room for a job-search council. What you write is encrypted where it is stored; the person who runs this server
        could still read it by changing the software.
      </p>
    </main>
  );
}
