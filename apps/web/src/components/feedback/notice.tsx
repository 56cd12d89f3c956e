import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';

const looks = {
  info: { look: 'bg-accent-soft', ink: 'text-accent-strong', Icon: Info },
  good: { look: 'bg-good-soft', ink: 'text-good', Icon: CircleCheck },
  warn: { look: 'bg-warn-soft', ink: 'text-warn', Icon: TriangleAlert },
  bad: { look: 'bg-bad-soft', ink: 'text-bad', Icon: CircleAlert },
};

export type NoticeProps = {
  tone?: keyof typeof looks | undefined;
  /** What happened, in a sentence. */
  title: ReactNode;
  /** What to do about it. */
  children?: ReactNode;
  /** One button or link. */
  action?: ReactNode;
};

/** Something to know, where it matters; a failure is read aloud at once. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  const { look, ink, Icon } = looks[tone];
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={`flex gap-3 rounded-md px-4 py-3 ${look}`}>
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${ink}`} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {children ? <div className="mt-0.5 max-w-prose">{children}</div> : null}
        {action ? <div className="mt-2">{action}</div> : null}
      </div>
    </div>
  );
}
