import type { Deciding } from '@parley/domain/negotiation/negotiation';
import { TextArea } from '../../../components/form/field.tsx';

type StrengthsFormProps = { deciding: Deciding; onChange: (patch: Partial<Deciding>) => void };

/** Strengths and gaps of the offer in the owner's words: the first are said aloud to them, of the second two are chosen. */
export function StrengthsForm({ deciding: { strengths, gaps }, onChange }: StrengthsFormProps) {
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <TextArea
        label="What is strong in it"
        optional
        hint="Say it to them first."
        maxLength={1000}
        value={strengths}
        onChange={(event) => onChange({ strengths: event.target.value })}
      />
      <TextArea
        label="Where it falls short"
        optional
        hint="Choose the two that matter most."
        maxLength={1000}
        value={gaps}
        onChange={(event) => onChange({ gaps: event.target.value })}
      />
    </div>
  );
}
