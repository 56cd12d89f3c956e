import { Checkbox, RadioGroup } from '../src/components/form/choice-field.tsx';
import { CodeField } from '../src/components/form/code-field.tsx';
import { DateField, DateTimeField } from '../src/components/form/date-field.tsx';
import { Doubt, DoubtedField } from '../src/components/form/doubted-field.tsx';
import { TextArea, TextField } from '../src/components/form/field.tsx';
import { FileButton, FileField } from '../src/components/form/file-field.tsx';
import { FormActions } from '../src/components/form/form-actions.tsx';
import { FormFailure } from '../src/components/form/form-failure.tsx';
import { InPlace } from '../src/components/form/in-place.tsx';
import { MoneyField } from '../src/components/form/money-field.tsx';
import { DecimalField, NumberField, PercentField, PriceField } from '../src/components/form/number-field.tsx';
import { OddHourField } from '../src/components/form/odd-hour-field.tsx';
import { PasswordField } from '../src/components/form/password-field.tsx';
import { Held, type Part } from './part.tsx';

const nothing = () => undefined;
const ways = [
  { value: 'rise', label: 'should rise' },
  { value: 'fall', label: 'should fall' },
] as const;
const hints = ways.map((way) => ({ ...way, hint: 'You can ask people about their answers.' }));
const twice = { kind: 'two', first: '2026-10-25T00:30:00Z', second: '2026-10-25T01:30:00Z' } as const;
const failure = { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.', id: 'ab12', fields: [], newer: null };

const money = (label: string, from: number | null, error?: string) => (
  <Held from={from}>{(value, put) => <MoneyField {...{ label, error, value }} currency="EUR" per="year" onChange={put} />}</Held>
);

const letter = { label: 'Keep the letter', hint: 'PDF, up to 5 MB.', accept: '.pdf', onPick: nothing };

/** What somebody writes in, or ticks. */
export const typedParts: Part[] = [
  {
    of: 'form/code-field.tsx',
    states: {
      empty: <CodeField />,
      refused: <CodeField defaultValue="123456" error="This is not the code that the app shows now." />,
    },
  },
  {
    of: 'form/password-field.tsx',
    states: {
      hidden: <PasswordField label="Password" defaultValue="a short sentence" />,
      refused: <PasswordField label="New password" error="Use at least 10 characters." />,
    },
  },
  {
    of: 'form/choice-field.tsx',
    states: {
      unchecked: <Checkbox label="Within the first 90 days" />,
      'checked, with a hint': <Checkbox label="Note as a red flag" hint="Only you see it." defaultChecked />,
      'refused checkbox': <Checkbox label="I have read the charter and accept it." error="Tick this to join." />,
      'a strip': (
        <Held from="rise">
          {(value, put) => <RadioGroup label="Direction" inline choices={ways} value={value} onChange={put} />}
        </Held>
      ),
      'one below the other': (
        <Held from="fall">{(value, put) => <RadioGroup label="Which way" choices={hints} value={value} onChange={put} />}</Held>
      ),
      'refused choice': <RadioGroup label="Way" choices={ways} value={null} onChange={nothing} error="Choose one of them." />,
    },
  },
  {
    of: 'form/date-field.tsx',
    states: {
      'a day': <DateField label="Answer by" defaultValue="2026-11-26" />,
      'an empty day': <DateField label="Received on" optional />,
      'a day that is refused': <DateField label="On" defaultValue="2020-01-01" error="Choose that day or a later one." />,
      'a moment': <DateTimeField label="When" value="2026-11-26T09:45:00Z" onChange={nothing} />,
    },
  },
  {
    of: 'form/doubted-field.tsx',
    states: {
      'a figure as it is': (
        <DoubtedField label="Base, a year" currency="EUR" near={[11_800_000]} value={12_100_000} onChange={nothing} />
      ),
      'a figure that is asked about': <Doubt id="doubt" currency="EUR" typed={12_100} meant={12_100_000} onAnswer={nothing} />,
    },
  },
  {
    of: 'form/file-field.tsx',
    states: {
      empty: <FileField {...letter} />,
      refused: <FileField {...letter} error="This file is empty. Choose the letter itself." />,
      'on its way': (
        <FileField {...letter} isBusy>
          Offer Acme.pdf, 40 % sent
        </FileField>
      ),
      'a button': <FileButton {...letter}>Replace</FileButton>,
    },
  },
  {
    of: 'form/field.tsx',
    states: {
      empty: <TextField label="What I ask for" placeholder="A base of 128,000" />,
      filled: <TextField label="Role" defaultValue="Staff engineer" hint="As the posting names it." />,
      refused: <TextField label="Company" error="Write the company." />,
      'a long text': (
        <TextArea label="Why this matters" optional defaultValue={'Nine cities is another job than four.\nSay so.'} />
      ),
    },
  },
  {
    of: 'form/figure-field.tsx',
    states: {
      'read in two ways, and asked': money('Type 185,50 here', null),
      'not understood': money('Base now', null, 'Enter an amount, such as 185k.'),
    },
  },
  {
    of: 'form/form-actions.tsx',
    states: {
      ready: <FormActions act="Add" pending={false} onCancel={nothing} />,
      sending: <FormActions act="Save" pending onCancel={nothing} />,
    },
  },
  {
    of: 'form/form-failure.tsx',
    states: {
      'a fault of ours': <FormFailure failure={failure} />,
      'the session ended': <FormFailure failure={{ ...failure, code: 'UNAUTHORIZED' }} />,
    },
  },
  {
    of: 'form/in-place.tsx',
    states: {
      read: (
        <InPlace what="the script" startOpen={false} reading={<p>“Before we talk about money, one thing about the scope.”</p>}>
          <TextArea label="My first sentence" />
        </InPlace>
      ),
      written: (
        <InPlace what="the reply" startOpen reading={null}>
          <TextArea label="My reply" />
        </InPlace>
      ),
    },
  },
  { of: 'form/money-field.tsx', states: { empty: money('Target base', null), filled: money('Base, a year', 14_500_000) } },
  {
    of: 'form/number-field.tsx',
    states: {
      whole: <Held from={48}>{(value: number | null, put) => <NumberField label="Months" value={value} onChange={put} />}</Held>,
      decimal: (
        <Held from="31.8">{(value: string | null, put) => <DecimalField label="Now" value={value} onChange={put} />}</Held>
      ),
      percent: (
        <Held from="12.5">{(value: string | null, put) => <PercentField label="Bonus" value={value} onChange={put} />}</Held>
      ),
      price: (
        <Held from="6.5">
          {(value: string | null, put) => <PriceField label="Price of a share" currency="EUR" value={value} onChange={put} />}
        </Held>
      ),
      'out of bounds': (
        <Held from={140}>
          {(value: number | null, put) => <NumberField label="Likelihood" unit="%" max={100} value={value} onChange={put} />}
        </Held>
      ),
    },
  },
  {
    of: 'form/odd-hour-field.tsx',
    states: { 'an hour that comes twice': <OddHourField reading={twice} zone="Europe/Vienna" value={null} onPick={nothing} /> },
  },
];
