import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { TableDrawing } from '../../components/table-drawing.tsx';

export type EntryPanelProps = {
  title: string;
  lead?: ReactNode;
  /** The first page: what this is stands beside the form, before it on a phone. */
  first?: boolean;
  children: ReactNode;
};

/** The porch: what somebody sees who has not signed in yet. */
export function EntryPanel({ title, lead, first = false, children }: EntryPanelProps) {
  return (
    <main id="content" className={`mx-auto flex min-h-dvh flex-col ${first ? 'max-w-wide' : 'max-w-column'}`}>
      <p className="px-4 pt-6 text-lg font-semibold sm:px-8">Parley</p>
      {first ? (
        <div className="grid items-center gap-x-8 md:my-auto md:grid-cols-2">
          <WhatItIs />
          <Page title={title} lead={lead}>
            {children}
          </Page>
        </div>
      ) : (
        <Page title={title} lead={lead}>
          {children}
        </Page>
      )}
      <p className={`max-w-prose px-4 py-6 text-sm text-ink-soft sm:px-8 ${first ? '' : 'mt-auto'}`}>
        A private room for a job-search council. What you write is encrypted where it is stored; the person who runs this server
        could still read it by changing the software.
      </p>
    </main>
  );
}

/** What this is, for who has never been here: one picture and two sentences. */
function WhatItIs() {
  return (
    <section aria-label="What Parley is" className="px-4 pt-4 sm:px-8 md:py-8">
      <div className="flex items-center gap-4 md:flex-col md:items-start md:gap-6">
        <TableDrawing className="w-24 shrink-0 sm:w-32 md:w-72" />
        <p className="text-lg font-semibold md:text-2xl">
          A private room for you and a few peers who look for work side by side.
        </p>
      </div>
      <p className="mt-3 max-w-prose md:text-lg">
        You plan missions, offers and negotiations there and tell each other what you would do, sealed until everybody has
        answered; what is yours, above all your numbers, nobody sees before you name who may.
      </p>
      <p className="mt-2">
        {/* a page of its own, which can ask nobody for anything: not a step within this one */}
        <a href="/sample" className="inline-flex min-h-11 items-center font-medium text-accent underline">
          Look around in a sample council
        </a>
      </p>
    </section>
  );
}
