import { readFileSync } from 'node:fs';

// What a signed-in person's browser loads for the home: the entry, the home's own part, and all they import at once.
const manifest = JSON.parse(readFileSync('apps/web/dist/.vite/manifest.json', 'utf8'));

function withImports(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(imported, seen);
  return seen;
}

const home = Object.keys(manifest).filter((name) => name.startsWith('src/app/routes/index.tsx'));
const loaded = new Set(['index.html', ...home].flatMap((name) => [...withImports(name)]));

export default [
  {
    name: 'first load of the home, JavaScript',
    path: [...loaded].map((name) => `apps/web/dist/${manifest[name].file}`),
    gzip: true,
    limit: '130 kB',
  },
];
