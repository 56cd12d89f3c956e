import type { DaysOff } from '@parley/domain/offer/days-off';
import type { Deadline } from '@parley/domain/offer/deadline';
import { dayToAsk, extensionScript } from '@parley/domain/offer/extension';
import { useState } from 'react';
import { TextArea } from '../../../components/form/field.tsx';
import { useFormat } from '../../../lib/format.ts';

type ExtensionFormProps = { deadline: Deadline; receivedOn: string | null; off: readonly DaysOff[] };

/** What to say to be given more time: theirs to say as it stands, or in other words. */
export function ExtensionForm({ deadline, receivedOn, off }: ExtensionFormProps) {
  const format = useFormat();
  const [text, setText] = useState(extensionScript(format.day(dayToAsk(deadline, receivedOn, off))));
  return (
    <details>
      <summary className="min-h-11 py-2.5">Words to ask for more time</summary>
      <TextArea
        label="To say or to send"
        hint="Change them as you like; they are not saved."
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </details>
  );
}
