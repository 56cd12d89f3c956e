import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const base = {
  name: 'base',
  test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@trpc|@tanstack\/[\w-]+)\//,
};

const kit = {
  name: 'kit',
  test: /src\/(components\/(page|card|chip|notice|button|link-button|failed|skeleton)|lib\/(format|person|failure|theme|query|trpc|press|shortcuts))\.tsx?$/,
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: `${import.meta.dirname}/src/app/routes`,
      generatedRouteTree: `${import.meta.dirname}/src/route-tree.gen.ts`,
      tmpDir: `${import.meta.dirname}/../../node_modules/.cache/routes`,
      quoteStyle: 'single',
      semicolons: true,
      disableLogging: true,
    }),
    react(),
    tailwindcss(),
  ],
  build: {
    // light-dark() and oklch() stay as written: browsers of the last two years know them.
    target: ['chrome123', 'safari17.5', 'firefox121'],
    // An inlined font or image would need data: in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      treeshake: {
        // tRPC's client does not say so of itself, and would bring its web sockets along.
        moduleSideEffects: [{ test: /node_modules\/@trpc\//, sideEffects: false }],
        unknownGlobalSideEffects: false,
        propertyReadSideEffects: false,
      },
      // What every page needs travels in two files: many small ones compress worse.
      output: { codeSplitting: { groups: [base, kit] } },
    },
  },
});
