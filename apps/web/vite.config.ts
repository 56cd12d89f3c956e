import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const base = {
  name: 'base',
  test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@trpc|@tanstack\/[\w-]+)\/|rolldown\/runtime/,
};

const kit = {
  name: 'kit',
  test: /lucide-react\/dist\/esm\/(?!icons\/)|lucide-react\/dist\/esm\/icons\/(check|chevron-right)\.|vite\/preload-helper|src\/(components\/(page|card|avatar|chip|notice|button|link-button|feedback\/(failed|skeleton|notice))|lib\/(format|person|failure|theme|query|trpc|press|rooms|item-place|shortcuts|time\/until)|notification\/waiting)\.tsx?$|preload-helper/,
};

// What several pages share and the first does not need: their names are in the first load, so they are few.
const icons = { name: 'icons', test: /lucide-react\/dist\/esm\/icons\//, minShareCount: 2 };
const furniture = {
  name: 'furniture',
  test: /src\/(components\/(faces|meter|delta|table|private-ground|item-tools|stepper|split-panel|calendar-button|method-link|changed-words|overlay\/(dialog|modal|sheet)|feedback\/(conflict|saved-mark|empty-state|kept-mark))|lib\/use-copy)\./,
  minShareCount: 2,
};
const forms = {
  name: 'forms',
  test: /src\/(components\/form\/|lib\/(use-draft|time\/zoned|new-id|quote|use-figure-entry|use-revised)\.)/,
  minShareCount: 2,
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
      // What every page needs travels in two files: many small ones compress worse, and each has its name in the first load.
      output: { chunkFileNames: 'assets/[hash:7].js', codeSplitting: { groups: [base, kit, icons, furniture, forms] } },
    },
  },
});
