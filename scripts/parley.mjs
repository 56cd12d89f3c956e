import { build, generate, install, root } from './house.mjs';

process.chdir(root);
await install();
await generate();
await build();
await import('../apps/server/dist/operator.js');
