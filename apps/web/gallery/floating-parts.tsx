import Ellipsis from 'lucide-react/icons/ellipsis';
import { type ReactNode, useState } from 'react';
import { Button } from '../src/components/button.tsx';
import { TextField } from '../src/components/form/field.tsx';
import { Confirm, Dialog, DialogActions } from '../src/components/overlay/dialog.tsx';
import { Menu } from '../src/components/overlay/menu.tsx';
import { MenuList } from '../src/components/overlay/menu-list.tsx';
import { menuButtonLook } from '../src/components/overlay/menu-look.tsx';
import { Modal } from '../src/components/overlay/modal.tsx';
import { RevealConfirm } from '../src/components/overlay/reveal-confirm.tsx';
import { Sheet } from '../src/components/overlay/sheet.tsx';
import { ShortcutSheet } from '../src/components/overlay/shortcut-sheet.tsx';
import { StepBar, StepButtons } from '../src/components/step-bar.tsx';
import type { Part } from './part.tsx';

const nothing = () => undefined;
const entries = [
  { id: 'edit', label: 'Edit', onAct: nothing },
  { id: 'up', label: 'Move it up', onAct: nothing, why: 'It is the first already.' },
  { id: 'remove', label: 'Remove', onAct: nothing, danger: true },
];

const steps = { steps: 3, end: 'End the meeting', pending: false, onGo: nothing, onEnd: nothing };
const faster = { code: 'CONFLICT', message: 'Ben went on first.', id: null, fields: [], newer: null };

/** A button that opens what floats; the test presses each. */
function Opening({ what, children }: { what: string; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open the {what}</Button>
      {open ? children(() => setOpen(false)) : null}
    </>
  );
}

/** What floats above the page. */
export const floatingParts: Part[] = [
  {
    of: 'overlay/dialog.tsx',
    states: {
      'a form': (
        <Opening what="dialog">
          {(onClose) => (
            <Dialog open onClose={onClose} title="Add an opportunity">
              <TextField label="Company" />
              <DialogActions>
                <Button kind="primary">Add opportunity</Button>
              </DialogActions>
            </Dialog>
          )}
        </Opening>
      ),
      'what cannot be undone': (
        <Opening what="question">
          {(onClose) => (
            <Confirm
              open
              onClose={onClose}
              title="Delete the offer"
              consequence="Its versions, its figures and every share of it go. Comments on it go too."
              act="Delete the offer"
              onAct={nothing}
            />
          )}
        </Opening>
      ),
    },
  },
  {
    of: 'overlay/menu.tsx',
    states: {
      'by a word': <Menu label="More actions" entries={entries} />,
      'by an icon': <Menu label="Actions for your comment" iconOnly icon={<Ellipsis aria-hidden="true" />} entries={entries} />,
    },
  },
  {
    of: 'overlay/menu-list.tsx',
    states: { 'open from the start': <Opening what="list">{() => <MenuList label="Its actions" entries={entries} />}</Opening> },
  },
  {
    of: 'overlay/menu-look.tsx',
    states: {
      'before its list has come': (
        <button type="button" className={menuButtonLook(false)}>
          Actions
        </button>
      ),
    },
  },
  {
    of: 'overlay/modal.tsx',
    states: {
      'without a look of its own': (
        <Opening what="modal">
          {(onClose) => (
            <Modal open onClose={onClose} title="A modal" look="m-auto">
              <p>Focus stays inside and returns to where it was.</p>
            </Modal>
          )}
        </Opening>
      ),
    },
  },
  {
    of: 'overlay/reveal-confirm.tsx',
    states: {
      'two are missing': (
        <Opening what="reveal">
          {(onClose) => (
            <RevealConfirm
              what="counters"
              warning="2 people had not sealed at the last set time. Whoever seals after this stands apart, as late."
              onReveal={nothing}
              pending={false}
              error={null}
              onClose={onClose}
            />
          )}
        </Opening>
      ),
    },
  },
  {
    of: 'overlay/sheet.tsx',
    states: {
      'from the right, or from below': (
        <Opening what="sheet">
          {(onClose) => (
            <Sheet open onClose={onClose} title="Comments">
              <p>“Count only the searches on weekdays.”</p>
            </Sheet>
          )}
        </Opening>
      ),
    },
  },
  {
    of: 'overlay/shortcut-sheet.tsx',
    states: { 'what the keys do': <Opening what="shortcuts">{(onClose) => <ShortcutSheet onClose={onClose} />}</Opening> },
  },
  {
    of: 'step-bar.tsx',
    states: {
      'the first step': <StepBar failure={null}>{<StepButtons step={0} {...steps} />}</StepBar>,
      'the last, after another was faster': <StepBar failure={faster}>{<StepButtons step={2} {...steps} />}</StepBar>,
      'for who does not move it': <StepBar failure={null}>Ben chairs.</StepBar>,
    },
  },
];
