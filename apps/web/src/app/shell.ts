/** What a newer worker that waits is asked to do, when somebody presses. */
export type Load = () => void;

const listeners = new Set<() => void>();
let load: Load | null = null;

export function listenForVersion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How to load the newer version, once there is one; null before. */
export const newVersion = (): Load | null => load;

/** Whether this page is of the version that came last: a reload brings it, while the worker still waits. */
async function isLatest(): Promise<boolean> {
  const latest = (await caches.keys()).findLast((name) => name.startsWith('shell'));
  const page = latest && (await (await caches.open(latest)).match('/index.html'));
  const own = document.querySelector<HTMLScriptElement>('script[type=module]')?.src;
  return Boolean(page && own && (await page.text()).includes(new URL(own).pathname));
}

async function offer(worker: ServiceWorker): Promise<void> {
  const takeOver = () => worker.postMessage('take over');
  if (await isLatest()) return takeOver();
  load = () => {
    const reload = () => window.location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
    // another tab may have let it take over, or a request under way holds it back for minutes: a reload brings its page all the same
    setTimeout(reload, 1_000);
    takeOver();
  };
  for (const listener of listeners) listener();
}

function follow(registration: ServiceWorkerRegistration): void {
  const { waiting, installing } = registration;
  // the first worker of this browser is no newer version
  if (!navigator.serviceWorker.controller) return;
  if (waiting) return void offer(waiting);
  installing?.addEventListener('statechange', () => installing.state === 'installed' && void offer(installing));
}

const hour = 3_600_000;
let kept = false;

/** Has the browser keep the shell, and looks for a newer one each hour. Without a worker everything else is the same. */
export async function keepShell(): Promise<void> {
  if (kept || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  kept = true;
  try {
    const registration = await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
    follow(registration);
    registration.addEventListener('updatefound', () => follow(registration));
    setInterval(() => void registration.update().catch(() => undefined), hour);
  } catch {
    // a private window, or a browser that was told to keep nothing
  }
}
