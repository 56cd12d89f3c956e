import { type Stage, stages } from '../opportunity/opportunity.ts';

/** What a column of a brought list can be. */
export const columnKinds = [
  'company',
  'role',
  'stage',
  'on',
  'place',
  'level',
  'source',
  'link',
  'pay',
  'tags',
  'notes',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What each column of the list is, in its order; null for one that is left out. */
export type Columns = readonly (ColumnKind | null)[];

const names: Record<ColumnKind, RegExp> = {
  company: /^(company|company name|employer|organi[sz]ation|firma|unternehmen|arbeitgeber)$/,
  role: /^(role|job title|title|position|job|job position|stelle|job name)$/,
  stage: /^(stage|status|list|list name|state|column|phase)$/,
  on: /^(date applied|applied|applied on|applied at|applied date|application date|date|created at|date saved|date added|added|created|since|datum)$/,
  place: /^(place|location|city|office|standort|ort)$/,
  level: /^(level|seniority|grade)$/,
  source: /^(source|referral|referred by|where found|found on|quelle)$/,
  link: /^(link|url|job url|job link|posting|job post url|post url|website|job posting|job posting url)$/,
  pay: /^(pay|salary|salary range|compensation|max salary|min salary|gehalt)$/,
  tags: /^(tags?|labels?|keywords)$/,
  notes: /^(notes?|comments?|description|job description|notizen?)$/,
};

/** What the columns are likely to be, by their names in Huntr, Teal and hand-made lists; each kind at most once. */
export function guessColumns(header: readonly string[]): (ColumnKind | null)[] {
  const taken = new Set<ColumnKind>();
  return header.map((name) => {
    const plain = name
      .replaceAll(/[_\s]+/g, ' ')
      .trim()
      .toLowerCase();
    const kind = columnKinds.find((one) => !taken.has(one) && names[one].test(plain)) ?? null;
    if (kind) taken.add(kind);
    return kind;
  });
}

const stageWords: [RegExp, Stage][] = [
  [/withdr|not interested|declined by me|gave up/, 'withdrawn'],
  [/reject|not selected|no longer|closed|no response|ghosted|abgelehnt|absage/, 'rejected'],
  [/declin/, 'declined'],
  [/accept|hired|angenommen/, 'accepted'],
  [/negotiat|verhandl/, 'negotiating'],
  [/offer|angebot/, 'offer'],
  [/final|onsite|on-site/, 'final'],
  [/screen|phone|recruiter/, 'screen'],
  [/interview|gespräch/, 'interview'],
  [/wish|bookmark|saved|lead|interested|to apply|applying|idea|merk/, 'lead'],
  [/appl|submitted|sent|bewor/, 'applied'],
];

/** The stage that a word of another tracker means, or null. */
export function readStage(text: string): Stage | null {
  const plain = text.trim().toLowerCase();
  return stages.find((stage) => stage === plain) ?? stageWords.find(([word]) => word.test(plain))?.[1] ?? null;
}
