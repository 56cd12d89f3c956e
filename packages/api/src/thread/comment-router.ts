import { AddComment, EditComment, RemoveComment } from '@parley/domain/thread/input';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { addingComment, editingComment, removingComment } from './comment-act.ts';

export const commentRouter = router({
  add: write(AddComment, addingComment),
  edit: write(EditComment, editingComment),
  remove: write(RemoveComment, removingComment),
});
