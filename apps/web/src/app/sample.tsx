import { buttonLook } from '../components/button.tsx';
import { openWindow, Providers } from './providers.tsx';
import text from './sample.json?raw';
import { answerFrom, readSample } from './sample-answers.ts';

/**
 * A window on an invented council. What it shows came with the page, which as it is served may ask nobody for anything but its
 * own files; nothing that is done in it leaves it or stays behind.
 */
export function openSample(now: Date) {
  // no stream: there is nobody to hear from
  Reflect.deleteProperty(globalThis, 'EventSource');
  return openWindow(answerFrom(readSample(text, now)), { basepath: '/sample', scrollRestoration: false });
}

/** The whole app over the sample, marked as such wherever one looks. */
export function SampleWindow({ opened }: { opened: ReturnType<typeof openSample> }) {
  return (
    <>
      <Providers opened={opened} />
      <aside
        aria-label="Sample"
        className="fixed inset-x-2 bottom-18 z-30 flex items-center justify-between gap-3 rounded-md border border-accent bg-accent-soft py-1 pr-1 pl-4 text-sm md:inset-x-auto md:right-4 md:bottom-4 print:hidden"
      >
        <p>
          <strong>Sample council.</strong> All invented; nothing is kept.
        </p>
        <a href="/sign-in" className={buttonLook('quiet')}>
          Leave
        </a>
      </aside>
      <div className="h-20" />
    </>
  );
}
