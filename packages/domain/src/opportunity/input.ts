import { z } from 'zod';
import { civilDate, id, instant, line, list, once, optionalLine, prose, revision, zone } from '../kernel/input.ts';
import { callKinds, callOutcomes } from './call.ts';
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

const sayMinutes = 'Give its length in whole minutes, from 5 to 600.';

/** An address that a browser opens: `https://…`. Nothing else is made a link of. */
const address = optionalLine(1_000, 'the address').refine(
  (text) => text === '' || /^https?:\/\/[^\s]+\.[^\s]+$/i.test(text),
  'Give the whole address, with https:// in front.',
);

/** A dated conversation, as it comes over the wire and as it is kept. */
export const call = z.strictObject({
  id,
  kind: z.enum(callKinds, 'Choose what kind of call it is.'),
  at: instant,
  zone,
  minutes: z.int(sayMinutes).min(5, sayMinutes).max(600, sayMinutes),
  withWhom: optionalLine(200, 'with whom it is'),
  link: optionalLine(1_000, 'the link or the number'),
  note: prose(2_000, 'the note'),
  outcome: z.enum(callOutcomes, 'Say how it came out.').nullable(),
});

const tags = once(list(line(30, 'the tag'), 12, 'tags'));

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
  // what was written before there were these has none of them
  link: address.default(''),
  pay: optionalLine(200, 'the pay').default(''),
  notes: prose(8_000, 'your notes').default(''),
  tags: tags.default([]),
  calls: list(call, 60, 'calls').default([]),
  followedOn: civilDate.nullable().default(null),
  archived: z.boolean('Say whether it is archived.').default(false),
});

const { company, role, alias, level, place, source, posting, link, pay, notes, tags: labels } = opportunityDetails.shape;

/** A company and a role are enough to begin with; what a posting says comes along. */
export const CreateOpportunity = z.strictObject({
  company,
  role,
  alias,
  stage,
  on: civilDate,
  level: level.default(''),
  place: place.default(''),
  source: source.default(''),
  posting: posting.default(''),
  next: nextAct.nullable().default(null),
  link,
  pay,
  notes,
  tags: labels,
});
export const SaveOpportunity = z.strictObject({ opportunityId: id, rev: revision, details: opportunityDetails });
export const OpportunityRef = z.strictObject({ opportunityId: id });
export const SetStage = z.strictObject({ opportunityId: id, rev: revision, stage, on: civilDate });
export const UndoStage = z.strictObject({ opportunityId: id, rev: revision });
export const RemoveOpportunity = z.strictObject({ opportunityId: id, rev: revision });
/** opportunity.redate: another day for one step of the history. */
export const RedateStage = z.strictObject({ opportunityId: id, rev: revision, entryId: id, on: civilDate });

/** opportunity.bring: a part of a list from elsewhere. The ids are made where it is read, so that a part sent twice is one. */
export const BringOpportunities = z.strictObject({
  openings: list(CreateOpportunity.extend({ opportunityId: id }), 25, 'openings at once').refine(
    (all) => new Set(all.map((one) => one.opportunityId)).size === all.length,
    'Two openings have the same id.',
  ),
});
