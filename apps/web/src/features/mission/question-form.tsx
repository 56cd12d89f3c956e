import { question as questionShape } from '@parley/domain/mission/input';
import type { MissionDocument, Question } from '@parley/domain/mission/mission';
import type { KeyboardEvent } from 'react';
import { Checkbox } from '../../components/form/choice-field.tsx';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { isComposing } from '../../components/form/use-quiet-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { FormEnd, wordsOf } from './text-form.tsx';

type Props = {
  question: Question;
  document: MissionDocument;
  draft: string;
  /** Something was typed already, in its line. */
  isBegun: boolean;
  onSave: (question: Question) => void;
  onClose: () => void;
};

/** A question for the interviews: about which line, whether it was asked, what they said. */
export function QuestionForm({ question, document, draft, isBegun, onSave, onClose }: Props) {
  const rev = wordsOf(question);
  const { form, submit, discard, overtaken } = useParleyForm({
    schema: questionShape,
    defaultValues: question,
    draft: { name: draft, rev },
  });
  const { register, formState } = form;
  const { errors } = formState;
  const cancel = () => {
    discard();
    onClose();
  };
  const onSubmit = submit(async (saved) => {
    onSave({ ...saved, id: question.id });
  }, onClose);
  const onKeyDown = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key !== 'Escape' || isComposing(nativeEvent)) return;
    // leaving keeps what was typed
    if (isBegun || formState.isDirty) void onSubmit();
    else cancel();
  };
  return (
    <form
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 rounded-md border border-line bg-raised p-4"
    >
      <TextField
        label="Question"
        dir="auto"
        autoFocus
        placeholder="Who decides what is built?"
        {...register('text')}
        error={errors.text?.message}
      />
      <SelectField
        label="About"
        placeholder="The mission as a whole"
        options={linesOf(document)}
        {...register('lineId', { setValueAs: (id) => id || null })}
        error={errors.lineId?.message}
      />
      <div className="flex flex-wrap gap-x-6">
        <Checkbox label="Asked" {...register('asked')} />
        <Checkbox label="Answered" {...register('answered')} />
      </div>
      <TextArea label="Their answer" optional {...register('answer')} error={errors.answer?.message} />
      <FormEnd onCancel={cancel} now={overtaken ? question.text : null} />
    </form>
  );
}

/** Every line that a question can be about. */
function linesOf({ objectives, needs }: MissionDocument) {
  return [
    ...objectives.flatMap(({ id, title, keyResults }) => [
      { value: id, label: title },
      ...keyResults.map((result) => ({ value: result.id, label: `– ${result.metric}` })),
    ]),
    ...needs.map(({ id, text }) => ({ value: id, label: `Need: ${text}` })),
  ];
}
