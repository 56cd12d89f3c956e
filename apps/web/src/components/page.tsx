import { type ReactNode, useEffect } from 'react';

export type PageProps = {
  /** The one <h1>, and the first part of the window's title. */
  title: string;
  /** Instead of the plain heading, where the page draws its own header (with its own <h1>). */
  header?: ReactNode;
  /** Under the title, one line. */
  lead?: ReactNode;
  /** At the right of the title: the one primary button. */
  action?: ReactNode;
  /** Boards and pages with a side panel; a column to read otherwise. */
  wide?: boolean | undefined;
  children: ReactNode;
};

/** A screen: its title, its width, its rhythm. */
export function Page({ title, header, lead, action, wide, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
  return (
    <div className={`mx-auto w-full max-w-wide px-4 sm:px-8 ${header ? 'pb-8' : 'py-6 sm:py-8'}`}>
      {header ?? (
        <header className={`mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 ${wide ? '' : 'max-w-column'}`}>
          <div>
            <h1 className="text-2xl">{title}</h1>
            {lead ? <p className="mt-1 max-w-prose text-ink-soft">{lead}</p> : null}
          </div>
          {action}
        </header>
      )}
      <div className={`flex flex-col gap-6 ${wide ? '' : 'max-w-column'}`}>{children}</div>
    </div>
  );
}
