import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { type MenuProps, menuButtonLook } from './menu-look.tsx';

/** The button that was pressed, and its list: open from the start, and given back the focus when it closes. */
export function MenuList({ label, icon, iconOnly, entries }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    setOpen(true);
  }, []);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button ref={button} className={menuButtonLook(iconOnly)} aria-label={iconOnly ? label : undefined}>
        {icon}
        {iconOnly ? null : label}
      </Button>
      <Popover className="min-w-48 max-w-panel overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float">
        <AriaMenu aria-label={label} disabledKeys={entries.filter((entry) => entry.why).map(({ id }) => id)}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              onAction={entry.onAct}
              className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 py-2 outline-none data-disabled:cursor-not-allowed data-focused:bg-sunken data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent [&_svg]:size-[1.15em] ${entry.danger ? 'text-bad' : ''}`}
            >
              {entry.icon}
              <span>
                <Text slot="label" className={entry.why ? 'text-ink-soft' : ''}>
                  {entry.label}
                </Text>
                {entry.why ? (
                  <Text slot="description" className="block text-sm text-ink-soft">
                    {entry.why}
                  </Text>
                ) : null}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
