import { defineConfig } from 'vitest/config';

// As in vitest.config.ts: far from UTC and not by whole hours.
process.env.TZ = 'Asia/Kathmandu';

// Only the pure rules: a mutant must not need a database to be found out. Code that counts its mutants is slower than it is.
export default defineConfig({
  test: {
    // a loaded machine is no fault
    testTimeout: 120_000,
    setupFiles: ['scripts/mutation-short.mjs'],
    include: ['packages/domain/src/{compensation,negotiation,round}/**/*.test.ts'],
    exclude: ['**/{speed,model}.test.ts'],
  },
});
