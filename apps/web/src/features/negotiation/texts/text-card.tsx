import { composeText, suggestText } from '@parley/domain/negotiation/texts/compose';
import { type TextFacts, type TextKind, type Tone, textKinds, textLabels, tones } from '@parley/domain/negotiation/texts/text';
import { useState } from 'react';
import { Card } from '../../../components/card.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { TextForm } from './text-form.tsx';
import { type TextProps, useTextFacts } from './use-text-facts.ts';

const kindOptions = textKinds.map((value) => ({ value, label: textLabels[value] }));
const toneChoices = tones.map((value) => ({ value, label: value === 'warm' ? 'Warm' : 'Plain' }));
const isKind = (value: string): value is TextKind => textKinds.some((kind) => kind === value);

/** What to write to the other side, made of the owner's own fields. Parley sends none of it. */
export function TextCard(props: TextProps) {
  const facts = useTextFacts(props);
  return (
    <Card title="Write to them">{facts ? <Chosen {...props} facts={facts} /> : <Skeleton lines={4} what="your fields" />}</Card>
  );
}

function Chosen({ facts, ...props }: TextProps & { facts: TextFacts }) {
  const [chosen, setChosen] = useState<TextKind | null>(null);
  const [tone, setTone] = useState<Tone>('warm');
  const kind = chosen ?? suggestText(facts);
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField
          label="What you write"
          value={kind}
          options={kindOptions}
          onChange={({ target }) => setChosen(isKind(target.value) ? target.value : null)}
        />
        <RadioGroup inline label="Tone" value={tone} onChange={setTone} choices={toneChoices} />
      </div>
      <TextForm key={`${kind} ${tone}`} {...props} {...{ kind, tone, facts }} lines={composeText(kind, tone, facts)} />
    </div>
  );
}
