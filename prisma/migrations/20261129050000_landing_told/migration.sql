-- Who has landed did not simply leave: the council is told so.
ALTER TYPE notification_kind ADD VALUE 'landed';
