import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonKind, buttonLook } from './button.tsx';

type AnchorProps = ComponentProps<'a'> & { kind?: ButtonKind | undefined; icon?: ReactNode };

function Anchor({ kind, icon, children, className, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={buttonLook(kind, className)}>
      {icon}
      {children}
    </a>
  );
}

/** A router link that looks like a button: `<LinkButton to="/council" kind="primary">`. */
export const LinkButton = createLink(Anchor);
