import { defineConfig } from 'vitest/config';

// As in vitest.config.ts: far from UTC and not by whole hours.
process.env.TZ = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    include: ['tests/support/write-sample.tsx'],
    environment: './tests/support/window-setup.ts',
    globalSetup: 'tests/support/embedded-setup.ts',
    testTimeout: 1_200_000,
    reporters: ['dot'],
    disableConsoleIntercept: true,
  },
});
