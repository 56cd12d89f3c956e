import { useState } from 'react';
import { activeShortcuts } from '../../lib/shortcuts.ts';
import { Dialog } from './dialog.tsx';

/** The list behind `?`: what the keys do on this page. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const [shortcuts] = useState(activeShortcuts);
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts">
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-3">
        {[...shortcuts, { keys: 'Ctrl Enter', label: 'Send what you are writing (⌘ Enter on a Mac)' }].map((one) => (
          <div key={one.keys} className="contents">
            <dt className="flex gap-1">
              {one.keys.split(' ').map((key) => (
                <kbd
                  key={key}
                  className="min-w-7 rounded-sm border border-line-strong bg-sunken px-1.5 text-center font-sans text-sm"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{one.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
