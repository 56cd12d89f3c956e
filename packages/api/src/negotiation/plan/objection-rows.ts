import { addRanked, dropPart, holdPart, ranksOf, replacePart } from '../part-rows.ts';

export const holdObjection = holdPart('objection');
export const objectionRanksOf = ranksOf('objection');
export const addObjection = addRanked('objection');
export const replaceObjection = replacePart('objection');
export const dropObjection = dropPart('objection');
