import sparticuz from '@sparticuz/chromium';

/** Quiet, offline, and the same on every machine. */
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
];

/**
 * The browser of every browser test: the one that comes from npm, unpacked once, or the one that
 * `CHROMIUM_PATH` names. Use as `launchOptions` of Playwright.
 */
export async function browser(): Promise<{ executablePath: string; args: string[] }> {
  // Nothing of ours is drawn in 3D: without it the unpacking is shorter.
  sparticuz.setGraphicsMode = false;
  return { executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()), args: flags };
}
