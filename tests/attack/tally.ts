import type { Reply } from './wire.ts';

export type Finding = { kind: 'fault' | 'leak' | 'unlike' | 'changed' | 'taken'; what: string };

/** What an attack has sent, what came back, and what should not have. */
export function createTally() {
  const sent = new Map<string, number>();
  const answers = new Map<number, number>();
  const findings: Finding[] = [];
  const add = <K>(to: Map<K, number>, key: K) => to.set(key, (to.get(key) ?? 0) + 1);
  return {
    sent,
    answers,
    findings,
    found: (kind: Finding['kind'], what: string) => void findings.push({ kind, what }),
    count: () => [...sent.values()].reduce((sum, many) => sum + many, 0),
    /** Counts one answer, and holds it to what is true of every answer: no fault of ours, and none of these words. */
    hear(part: string, what: string, reply: Reply, forbidden: readonly string[]): Reply {
      add(sent, part);
      add(answers, reply.status);
      if (reply.status >= 500) findings.push({ kind: 'fault', what: `${what} → ${reply.status} ${reply.body.slice(0, 300)}` });
      const leaked = forbidden.find((word) => reply.body.includes(word) || reply.headers.includes(word));
      if (leaked !== undefined) findings.push({ kind: 'leak', what: `${what} says ${leaked}` });
      return reply;
    },
    lines(): string[] {
      const all = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length;
      const listed = (map: Map<string | number, number>) =>
        [...map]
          .sort(([a], [b]) => String(a).localeCompare(String(b)))
          .map(([name, many]) => `${name} ${many}`)
          .join(' · ');
      return [
        `sent: ${listed(new Map(sent))}`,
        `answers: ${listed(new Map(answers))}`,
        `faults (5xx) ${all('fault')} · words of another council ${all('leak')} · foreign and unknown ids unlike ${all('unlike')} · ` +
          `rows changed ${all('changed')} · taken that must be refused ${all('taken')}`,
      ];
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
