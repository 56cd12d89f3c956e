import { defineConfig } from 'vitest/config';

// As in vitest.config.ts: far from UTC and not by whole hours.
process.env.TZ = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    include: ['tests/support/write-golden.ts'],
    globalSetup: 'tests/support/embedded-setup.ts',
    testTimeout: 600_000,
    reporters: ['dot'],
    disableConsoleIntercept: true,
  },
});
