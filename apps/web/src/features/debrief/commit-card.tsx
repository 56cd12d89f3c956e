import { CommitLine } from '../../components/commit-line.tsx';
import { useCommit } from '../../lib/use-commit.ts';

/** The one thing that I change after a call, on its way to becoming a commitment. */
export function CommitCard({ debriefId, change }: { debriefId: string; change: string }) {
  const commit = useCommit(change, debriefId);
  return commit && <CommitLine {...commit} />;
}
