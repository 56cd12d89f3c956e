import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's library that shows a program another time (`apt-get install libfaketime`). */
const library = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));

/** Where it is not installed: what the program's own language says of the time, moved by the same file, its answers' too. */
const shim = (file: string) => `
  import { readFileSync } from 'node:fs';
  import { ServerResponse } from 'node:http';
  const Real = Date;
  const away = () => Number.parseFloat(readFileSync(${JSON.stringify(file)}, 'utf8')) * 1000;
  globalThis.Date = class Date extends Real {
    constructor(...given) { if (given.length === 0) super(Real.now() + away()); else super(...given); }
    static now() { return Real.now() + away(); }
  };
  const { writeHead } = ServerResponse.prototype;
  ServerResponse.prototype.writeHead = function (...given) {
    this.setHeader('Date', new Date().toUTCString());
    return writeHead.apply(this, given);
  };
`;

/** A clock that goes wrong while a program runs by it: its environment, and how to set it so many hours before or after. */
export function wrongClock(folder: string): { environment: Record<string, string>; away: (hours: number) => void; by: string } {
  const file = join(folder, 'clock');
  const away = (hours: number) => writeFileSync(file, `${hours < 0 ? '' : '+'}${hours * 3_600}\n`);
  away(0);
  if (!library)
    return {
      away,
      environment: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(shim(file))}` },
      by: 'a shim',
    };
  const environment = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    // a clock that is set moves no timer
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
  return { environment, away, by: 'libfaketime' };
}
