import { CommitLine } from '../../components/commit-line.tsx';
import { useCommit } from '../../lib/use-commit.ts';

/** The one thing to change after a rehearsal, on its way to becoming a commitment of one's own. */
export function CommitCard({ change }: { change: string }) {
  const commit = useCommit(change, null);
  return commit && <CommitLine {...commit} />;
}
