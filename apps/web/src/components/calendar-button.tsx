import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { type ReactNode, useState } from 'react';
import { type Failure, failureOf } from '../lib/failure.ts';
import { saveFile } from '../lib/file/save.ts';
import { Button } from './button.tsx';
import { FormFailure } from './form/form-failure.tsx';

export type CalendarButtonProps = {
  children: ReactNode;
  /** Asks the server for the file. */
  load: () => Promise<{ name: string; text: string }>;
};

/** Fetches a calendar file and hands it to the browser; says beside itself why there is none. */
export function CalendarButton({ children, load }: CalendarButtonProps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const press = async () => {
    setPending(true);
    setFailure(null);
    try {
      const { name, text } = await load();
      saveFile(name, text, 'text/calendar;charset=utf-8');
    } catch (error) {
      setFailure(failureOf(error));
    }
    setPending(false);
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <Button kind="quiet" icon={<CalendarPlus aria-hidden="true" />} pending={pending} onClick={() => void press()}>
        {children}
      </Button>
      <FormFailure failure={failure} />
    </div>
  );
}
