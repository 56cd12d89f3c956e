import { lazy, Suspense, useState } from 'react';
import { type MenuProps, menuButtonLook } from './menu-look.tsx';

const load = () => import('./menu-list.tsx');
const MenuList = lazy(() => load().then((file) => ({ default: file.MenuList })));

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
