import { useId } from 'react';
import { useTheme } from '../lib/theme.ts';

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Light, dark, or as the system has it; the choice stays in this browser. */
export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  const name = useId();
  return (
    <fieldset className="flex rounded-md border border-line">
      <legend className="sr-only">Colours</legend>
      {themes.map(({ value, label }) => (
        <label
          key={value}
          className="relative flex min-h-11 flex-1 cursor-pointer items-center justify-center rounded-md px-1 text-sm text-ink-soft hover:text-ink has-checked:bg-sunken has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={theme === value}
            onChange={() => choose(value)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
