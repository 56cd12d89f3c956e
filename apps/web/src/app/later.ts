import './failure-page.tsx';
import { drafts } from '../lib/drafts.ts';

// Once the screen is there: old drafts go, and the pages for failures come in while there is a network.
drafts.sweep();
