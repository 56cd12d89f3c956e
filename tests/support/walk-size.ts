/** How long the walk through every field may take, in minutes; 0 where it is not asked for. `npm run attack -- --fields 30` sets it. */
export const walkMinutes = Number(process.env.PARLEY_ATTACK_MINUTES ?? 0);
