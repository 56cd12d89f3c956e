import { z } from 'zod';

/** What the API answered in the sample, by the call: `opportunity.page {"opportunityId":"…"}`; `at`: when that was. */
const Sample = z.object({ at: z.iso.datetime(), answers: z.record(z.string(), z.unknown()) });
export type Sample = z.output<typeof Sample>;

export const callOf = (path: string, input: unknown): string => `${path} ${JSON.stringify(input ?? null)}`;

const day = 86_400_000;
const dated = /(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])/g;

/** A text with every day in it moved by so many days; what is no day of a calendar stays. */
export function moveDays(text: string, days: number): string {
  return text.replace(dated, (found) => {
    const at = Date.parse(`${found}T00:00:00Z`);
    return Number.isNaN(at) ? found : new Date(at + days * day).toISOString().slice(0, 10);
  });
}

/** The sample as if it had been written lately: its days are moved by whole days, so that its now is less than a day ago. */
export function readSample(text: string, now: Date): Sample {
  const { at } = Sample.parse(JSON.parse(text));
  return Sample.parse(JSON.parse(moveDays(text, Math.floor((now.getTime() - Date.parse(at)) / day))));
}

const refuse = (code: string, message: string) => ({
  error: { message: '', code: -32003, data: { code, id: null, message, fields: [], newer: null } },
});

/** What a press gets to read that would keep something. */
export const keptNowhere = 'This is a sample: nothing that you do here is kept.';
const notThere = 'This part is not in the sample.';

/** In the place of the network: reads are answered from the sample, and every act is refused. It sends nothing to anybody. */
export function answerFrom({ answers }: Sample) {
  return async (url: RequestInfo | URL | string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams } = new URL(String(url), 'http://sample.invalid');
    if (!searchParams.has('batch')) return Response.json(refuse('FORBIDDEN', keptNowhere), { status: 403 });
    const inputs = z.record(z.string(), z.unknown()).parse(JSON.parse(String(init.body ?? '{}')));
    const paths = pathname.replace('/trpc/', '').split(',');
    return Response.json(
      paths.map((path, at) => {
        const call = callOf(path, inputs[at]);
        return call in answers ? { result: { data: answers[call] } } : refuse('FORBIDDEN', notThere);
      }),
    );
  };
}
