// Writes src/route-tree.gen.ts, as `vite` itself does on start: for a type check that comes before any build.
import { resolveConfig } from 'vite';

await resolveConfig({ configFile: `${import.meta.dirname}/vite.config.ts` }, 'build');
