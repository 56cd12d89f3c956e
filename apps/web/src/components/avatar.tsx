const tints = ['face-1', 'face-2', 'face-3', 'face-4', 'face-5', 'face-6'];

export type AvatarProps = {
  name: string;
  /** Read the name aloud; leave away where the name stands beside it. */
  alone?: boolean | undefined;
  size?: 'small' | 'normal' | undefined;
};

/** Initials on a tint of their own; the same name always gets the same one. */
export function Avatar({ name, alone, size = 'normal' }: AvatarProps) {
  const room = size === 'small' ? 'size-6 text-[0.6875rem]' : 'size-9 text-sm';
  const look = `inline-flex shrink-0 items-center justify-center rounded-full font-semibold ${room} ${tintOf(name)}`;
  if (!alone) {
    return (
      <span aria-hidden="true" title={name} className={look}>
        {initials(name)}
      </span>
    );
  }
  return (
    <span role="img" aria-label={name} title={name} className={look}>
      {initials(name)}
    </span>
  );
}

/** The first letter of the first and the last word. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (
    ends
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}

function tintOf(name: string): string {
  const sum = [...name].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7);
  return tints[sum % tints.length] ?? 'face-1';
}
