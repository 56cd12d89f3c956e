import type { ReactNode } from 'react';
import { buttonLook } from '../button.tsx';

export type MenuEntry = {
  id: string;
  label: string;
  icon?: ReactNode;
  onAct: () => void;
  /** Why it cannot be chosen now; shown under the label. */
  why?: string | null | undefined;
  danger?: boolean | undefined;
};

export type MenuProps = {
  /** The word on the button; with `icon` alone it is only read aloud. */
  label: string;
  icon?: ReactNode;
  iconOnly?: boolean | undefined;
  entries: readonly MenuEntry[];
};

/** The button of a menu, before and after its list has been fetched. */
export function menuButtonLook(iconOnly: boolean | undefined): string {
  return iconOnly
    ? 'inline-flex size-11 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink [&_svg]:size-5'
    : buttonLook('plain');
}
