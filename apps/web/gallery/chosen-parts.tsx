import { SelectField } from '../src/components/form/select-field.tsx';
import { SliderField } from '../src/components/form/slider-field.tsx';
import { ZoneField } from '../src/components/form/zone-field.tsx';
import { Held, type Part } from './part.tsx';

const nothing = () => undefined;
const legs = [
  { value: 'pay', label: 'Compensation: base, bonus, equity' },
  { value: 'budget', label: 'Budget: what the work may spend' },
];

/** What somebody chooses from a list or a scale. */
export const chosenParts: Part[] = [
  {
    of: 'form/select-field.tsx',
    states: {
      chosen: <SelectField label="Kind of ask" options={legs} />,
      'nothing chosen': <SelectField label="How you spoke" options={legs} placeholder="choose" />,
      refused: <SelectField label="About" options={legs} placeholder="choose" error="Choose what it is about." />,
    },
  },
  {
    of: 'form/slider-field.tsx',
    states: {
      'not given': (
        <Held<number | null> from={null}>
          {(value, put) => (
            <SliderField label="Confidence after" max={10} ends={['0: none', '10: sure']} value={value} onChange={put} />
          )}
        </Held>
      ),
      given: (
        <Held<number | null> from={65}>
          {(value, put) => (
            <SliderField
              label="Likelihood that it goes on"
              hint="Drag it, use the arrows, or type the figure."
              unit="%"
              max={100}
              ends={['0: certainly not', '100: certainly']}
              value={value}
              onChange={put}
            />
          )}
        </Held>
      ),
      refused: (
        <SliderField
          label="Likelihood"
          max={100}
          ends={['0', '100']}
          value={null}
          onChange={nothing}
          error="Give the likelihood."
        />
      ),
    },
  },
  {
    of: 'form/zone-field.tsx',
    states: { 'by continent and city': <ZoneField label="Their time zone" defaultValue="America/Denver" /> },
  },
];
