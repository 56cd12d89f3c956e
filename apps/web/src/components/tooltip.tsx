import type { ComponentProps } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

export type TooltipProps = {
  /** One short line that the screen can do without: a tooltip never holds what must be known. */
  text: string;
  /** A single element that can take focus. */
  children: ComponentProps<typeof Focusable>['children'];
};

/** A line that appears on hover and on focus; Escape hides it. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400}>
      <Focusable>{children}</Focusable>
      <AriaTooltip offset={6} className="max-w-64 rounded-md bg-ink px-2.5 py-1.5 text-sm text-surface shadow-float">
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
