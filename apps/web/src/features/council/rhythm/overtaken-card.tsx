import { Notice } from '../../../components/feedback/notice.tsx';

/** The plan was changed elsewhere meanwhile; what is shown is the newer one. */
export function Overtaken() {
  return (
    <Notice
      tone="warn"
      title="The plan has just been changed elsewhere. You see it as it is now; press again if you still want to."
    />
  );
}
