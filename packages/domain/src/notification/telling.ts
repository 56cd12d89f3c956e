/** `who`: one name or several; `what`: "your offer", "Ben’s debrief"; `theirs`: "their debrief". */
export type Words = { who: string; what: string; theirs: string };

/** How one kind is told: to whom, in which words, and where it leads. */
export type Telling = {
  /** Whom the act tells, for whoever reads this table. */
  told: string;
  /** It asks for something. It counts until that is done or looked at; what only tells counts until it was on the screen. */
  asks: boolean;
  /** It stands among what waits on Today for as long as it waits, and so not among what moved. */
  waits: boolean;
  /** Nobody did it alone, so nobody is named. */
  unnamed: boolean;
  /** It is written at once, whatever somebody chose: it is about the safety of their account. */
  always?: true;
  /** Where it leads: the room in which the item stands, the page of the council, its meeting, the councils, or one's own page. */
  lands: 'item' | 'council' | 'meeting' | 'councils' | 'me';
  say: (words: Words) => string;
  /** The same in a mail, which holds no name and nothing that anybody wrote. */
  mail: string;
};
