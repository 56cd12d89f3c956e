import { defineConfig } from 'vitest/config';

// Far from UTC and not by whole hours: a date that was computed in the machine's zone shows.
process.env.TZ = 'Asia/Kathmandu';

const withDatabase = {
  include: [
    'packages/{db,api}/src/**/*.test.ts',
    'apps/server/src/**/*.test.ts',
    'tests/{access,privacy}.test.ts',
    'tests/api/**/*.test.ts',
  ],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // every file has a world of its own; that the whole program is read anew for each would take twice the processor
  isolate: false,
};

const embedded = { test: { name: 'api', ...withDatabase, globalSetup: 'tests/support/embedded-setup.ts' } };
// another version of PostgreSQL prints the same wall in other words
const server = {
  test: {
    name: 'server',
    ...withDatabase,
    exclude: ['tests/api/walls-file.test.ts'],
    globalSetup: 'tests/support/server-setup.ts',
  },
};

const pooled = { test: { name: 'pooled', ...withDatabase, globalSetup: 'tests/cluster/pooled-setup.ts' } };

const screens = {
  test: {
    ...embedded.test,
    name: 'screens',
    include: ['apps/web/src/**/*.test.tsx'],
    // a window of its own for every file: what listens to one does not hear another
    isolate: true,
    environment: './tests/support/window-setup.ts',
    expect: { poll: { timeout: 60_000 } },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          // pure: nothing that a file does is there for the next one
          isolate: false,
          // a loaded machine is no fault: nothing here waits for anything but the processor
          testTimeout: 120_000,
          include: ['packages/domain/src/**/*.test.ts', 'apps/web/src/lib/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      embedded,
      screens,
      ...(process.env.PARLEY_TEST_DATABASE_URL ? [server] : []),
      ...(process.env.PARLEY_TEST_POOLED ? [pooled] : []),
      {
        test: {
          name: 'attack',
          include: ['tests/attack/**/*.test.ts'],
          globalSetup: ['tests/support/build-setup.ts', 'tests/support/embedded-setup.ts'],
          // as many calls as somebody asks for
          testTimeout: 0,
          hookTimeout: 0,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/{faults,cluster}/**/*.test.ts'],
          globalSetup: 'tests/support/build-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
