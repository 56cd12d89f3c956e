type Change = { kind: 'kept' | 'removed' | 'added'; text: string };

/** A text with what went from it struck out and what came underlined; said aloud as such. */
export function ChangedWords({ changes }: { changes: readonly Change[] }) {
  return changes.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'removed')
      return (
        <del key={key} className="bg-bad-soft text-bad">
          {text}
        </del>
      );
    if (kind === 'added')
      return (
        <ins key={key} className="bg-good-soft text-good">
          {text}
        </ins>
      );
    return <span key={key}>{text}</span>;
  });
}
