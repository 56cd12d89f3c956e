import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-2 text-base font-medium ' +
  'transition-colors select-none aria-disabled:cursor-not-allowed disabled:cursor-not-allowed ' +
  'aria-disabled:opacity-60 disabled:opacity-60 [&_svg]:size-[1.15em] [&_svg]:shrink-0';

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-line-strong bg-raised text-ink hover:border-ink-soft hover:bg-sunken',
  quiet: 'text-accent hover:bg-accent-soft hover:text-accent-strong',
  danger: 'border border-bad bg-raised text-bad hover:bg-bad-soft',
} satisfies Record<ButtonKind, string>;

/** The classes of a button, for what must be an <a> but reads as an act. */
export function buttonLook(kind: ButtonKind = 'plain', extra = ''): string {
  return `${base} ${looks[kind]} ${extra}`;
}

export type ButtonProps = ComponentProps<'button'> & {
  /** `primary` at most once a screen. */
  kind?: ButtonKind | undefined;
  icon?: ReactNode;
  /** In flight: stays focusable, ignores further presses, says so. */
  pending?: boolean | undefined;
  /** Why it cannot be pressed; shown under the button, read with it. Absent or null: it can. */
  why?: string | null | undefined;
};

/** A button. `type` is "button" unless said otherwise. */
export function Button({ kind, icon, pending, why, children, className, onClick, ...rest }: ButtonProps) {
  const reasonId = useId();
  const held = pending === true || Boolean(why);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (held) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
  };
  const button = (
    <button
      type="button"
      {...rest}
      className={buttonLook(kind, className)}
      aria-disabled={held || undefined}
      aria-busy={pending || undefined}
      aria-describedby={why ? reasonId : rest['aria-describedby']}
      onClick={press}
    >
      {icon}
      {children}
      {pending ? <span aria-hidden="true">…</span> : null}
    </button>
  );
  if (!why) return button;
  return (
    <span className="inline-flex max-w-full flex-col items-start gap-1">
      {button}
      <span id={reasonId} className="text-sm text-ink-soft">
        {why}
      </span>
    </span>
  );
}

export type IconButtonProps = ComponentProps<'button'> & { label: string; icon: ReactNode };

/** A square button whose word is its label (read aloud, shown as the title). */
export function IconButton({ label, icon, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={`inline-flex size-11 shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-60 [&_svg]:size-5 ${className}`}
    >
      {icon}
    </button>
  );
}
