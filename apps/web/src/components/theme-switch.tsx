import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import SunMedium from 'lucide-react/icons/sun-medium';
import { useId } from 'react';
import { useTheme } from '../lib/theme.ts';

const themes = [
  { value: 'system', label: 'As the system', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: SunMedium },
  { value: 'dark', label: 'Dark', Icon: Moon },
] as const;

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  const name = useId();
  return (
    <fieldset className="flex rounded-md border border-line">
      <legend className="sr-only">Colours</legend>
      {themes.map(({ value, label, Icon }) => (
        <label
          key={value}
          title={label}
          className="relative flex min-h-11 flex-1 cursor-pointer items-center justify-center rounded-md text-ink-soft hover:text-ink has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={theme === value}
            onChange={() => choose(value)}
            className="sr-only"
          />
          <Icon aria-hidden="true" className="size-4.5" />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
