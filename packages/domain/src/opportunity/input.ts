import { z } from 'zod';
import { civilDate, id, line, list, optionalLine, prose, revision } from '../kernel/input.ts';
import { parts, stages } from './opportunity.ts';

const person = z.strictObject({
  id,
  part: z.enum(parts, 'Choose hiring manager, recruiter or referee.'),
  name: line(120, 'the name'),
  contact: optionalLine(200, 'how to reach them'),
  note: prose(500, 'the note'),
});

const nextAct = z.strictObject({ act: line(200, 'what you do next'), on: civilDate.nullable() });

const stage = z.enum(stages, 'This is not a stage.');

/** What the owner writes about an opening, as it comes over the wire and as it is kept. */
export const opportunityDetails = z.strictObject({
  company: line(120, 'the company'),
  alias: optionalLine(120, 'the alias'),
  role: line(120, 'the role'),
  level: optionalLine(80, 'the level'),
  place: optionalLine(120, 'the place'),
  source: optionalLine(200, 'the source'),
  posting: prose(16_000, 'the posting'),
  targeted: z.boolean('Say whether it is one you chose.'),
  people: list(person, 20, 'people').refine(
    (all) => new Set(all.map((one) => one.id)).size === all.length,
    'Two people have the same id.',
  ),
  next: nextAct.nullable(),
});

/** A company and a role are enough to begin with. */
export const CreateOpportunity = z.strictObject({
  company: opportunityDetails.shape.company,
  role: opportunityDetails.shape.role,
  alias: opportunityDetails.shape.alias,
  stage,
  on: civilDate,
});
export const SaveOpportunity = z.strictObject({ opportunityId: id, rev: revision, details: opportunityDetails });
export const OpportunityRef = z.strictObject({ opportunityId: id });
export const SetStage = z.strictObject({ opportunityId: id, rev: revision, stage, on: civilDate });
export const UndoStage = z.strictObject({ opportunityId: id, rev: revision });
export const RemoveOpportunity = z.strictObject({ opportunityId: id, rev: revision });
