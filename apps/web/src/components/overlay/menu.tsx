import { lazy, type ReactNode, Suspense, useState } from 'react';
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

const load = () => import('./menu-list.tsx');
const MenuList = lazy(() => load().then((file) => ({ default: file.MenuList })));

export function menuButtonLook(iconOnly: boolean | undefined): string {
  return iconOnly
    ? 'inline-flex size-11 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink [&_svg]:size-5'
    : buttonLook('plain');
}

/** A button that opens a short list of acts. What draws the list is fetched once somebody comes near it. */
export function Menu(props: MenuProps) {
  const { label, icon, iconOnly } = props;
  const [pressed, setPressed] = useState(false);
  const near = () => void load();
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={pressed}
      aria-label={iconOnly ? label : undefined}
      onPointerEnter={near}
      onFocus={near}
      onClick={() => setPressed(true)}
      className={menuButtonLook(iconOnly)}
    >
      {icon}
      {iconOnly ? null : label}
    </button>
  );
  if (!pressed) return button;
  return (
    <Suspense fallback={button}>
      <MenuList {...props} />
    </Suspense>
  );
}
