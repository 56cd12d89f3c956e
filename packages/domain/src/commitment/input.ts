import { z } from 'zod';
import { civilDate, id, line, revision } from '../kernel/input.ts';

/** What somebody does, and by when. */
export const CommitmentFields = z.strictObject({ text: line(200, 'what you will do'), dueOn: civilDate });

/** What is sealed in its row; the day stands in clear. */
export const CommitmentContent = z.strictObject({ text: z.string(), debriefId: z.string().nullable() });

/** commitment.shown */
export const CommitmentsOf = z.strictObject({ councilId: id });
/** commitment.create: seen by nobody else. `debriefId`: the debrief whose "one thing I change" it was. */
export const CreateCommitment = z.strictObject({ commitment: CommitmentFields, debriefId: id.nullable() });
/** commitment.take: shown to this council. */
export const TakeCommitment = z.strictObject({ councilId: id, commitment: CommitmentFields });
/** commitment.save: other words, another day, shown to this council or to nobody. */
export const SaveCommitment = z.strictObject({
  commitmentId: id,
  rev: revision,
  commitment: CommitmentFields,
  councilId: id.nullable(),
});
/** commitment.mark */
export const MarkCommitment = z.strictObject({
  commitmentId: id,
  rev: revision,
  state: z.enum(['open', 'kept', 'missed'], 'Say whether you kept it.'),
});
/** commitment.remove */
export const CommitmentRef = z.strictObject({ commitmentId: id });
