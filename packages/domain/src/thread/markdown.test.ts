import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import type { Inline } from './inline.ts';
import { parseInline } from './inline.ts';
import { type Block, parseMarkdown } from './markdown.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

function runsOf(blocks: Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [];
    return block.kind === 'list' ? block.entries.flat() : block.lines.flat();
  });
}

function everyRun(runs: Inline[]): Inline[] {
  return runs.flatMap((run) => (run.kind === 'bold' || run.kind === 'italic' ? [run, ...everyRun(run.inner)] : [run]));
}

function visible(runs: Inline[]): string {
  return runs.map((run) => (run.kind === 'bold' || run.kind === 'italic' ? visible(run.inner) : run.text)).join('');
}

/** What reading costs, whatever the machine: patterns tried, and characters passed in search of a mark. */
function stepsOf(typed: string): number {
  let steps = 0;
  const exec = vi.spyOn(RegExp.prototype, 'exec');
  const indexOf = vi.spyOn(String.prototype, 'indexOf');
  try {
    parseMarkdown(typed);
    for (const [at, { value: found }] of indexOf.mock.results.entries()) {
      const [, from = 0] = indexOf.mock.calls[at] ?? [];
      const { length } = String(indexOf.mock.contexts[at]);
      steps += (found === -1 ? length : Number(found)) - from;
    }
    return steps + exec.mock.calls.length;
  } finally {
    exec.mockRestore();
    indexOf.mockRestore();
  }
}

describe('a line', () => {
  it('knows bold, italic and code, one in another', () => {
    expect(parseInline('say **it *once*** `now`')).toEqual([
      text('say '),
      { kind: 'bold', inner: [text('it '), { kind: 'italic', inner: [text('once')] }] },
      text(' '),
      { kind: 'code', text: 'now' },
    ]);
    expect(parseInline('_I wish_ you asked')).toEqual([{ kind: 'italic', inner: [text('I wish')] }, text(' you asked')]);
  });

  it('leaves what is no mark as typed', () => {
    for (const plain of ['2 * 3 * 4', 'snake_case_name', '** no **', 'a*', '`', '``', '5 % * base', '_', '[x]', 'C:\\work'])
      expect(parseInline(plain)).toEqual([text(plain)]);
    expect(parseInline('\\*not this\\*')).toEqual([text('*not this*')]);
  });

  it('gives every link its real host', () => {
    expect(parseInline('[your bank](https://EVIL.example/x?y=1)')).toEqual([
      { kind: 'link', href: 'https://evil.example/x?y=1', host: 'evil.example', text: 'your bank' },
    ]);
    expect(parseInline('see https://levels.example/a, then')).toEqual([
      text('see '),
      { kind: 'link', href: 'https://levels.example/a', host: 'levels.example', text: 'https://levels.example/a' },
      text(', then'),
    ]);
    expect(parseInline('[a](https://аpple.com)')).toMatchObject([{ kind: 'link', host: 'xn--pple-43d.com' }]);
  });

  it('makes no link of anything else', () => {
    for (const hostile of [
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert(1))',
      '[x](data:text/html;base64,PHNjcmlwdD4=)',
      '[x](vbscript:x)',
      '[x](//evil.example)',
      '[x](file:///etc/passwd)',
      '[x](https://bank.example@evil.example/)',
      'https://bank.example:pass@evil.example/',
      'https://',
      '![x](https://evil.example/pixel.png)',
      '<a href="javascript:alert(1)">x</a>',
      '[x](https://a b)',
    ]) {
      const links = everyRun(parseInline(hostile)).filter((run) => run.kind === 'link');
      expect(
        links.filter((link) => link.text === 'x' || link.host.includes('bank')),
        hostile,
      ).toEqual([]);
      for (const link of links) expect(link.href).toMatch(/^https?:\/\//);
    }
  });
});

describe('a comment', () => {
  it('is made of paragraphs, lists, quotes and code', () => {
    expect(parseMarkdown('one\ntwo\n\n- a\n- **b**\n3. c\n4. d\n> q\n>r\n```js\n<b>x</b>\n```\nend')).toEqual([
      { kind: 'paragraph', lines: [[text('one')], [text('two')]] },
      { kind: 'list', ordered: false, start: 1, entries: [[text('a')], [{ kind: 'bold', inner: [text('b')] }]] },
      { kind: 'list', ordered: true, start: 3, entries: [[text('c')], [text('d')]] },
      { kind: 'quote', lines: [[text('q')], [text('r')]] },
      { kind: 'code', text: '<b>x</b>' },
      { kind: 'paragraph', lines: [[text('end')]] },
    ]);
  });

  it('has no headings, images or HTML: they stay text', () => {
    const typed = '# big\n<img src=x onerror=alert(1)>\n<script>alert(1)</script>\n&lt;b&gt;';
    expect(everyRun(runsOf(parseMarkdown(typed))).every((run) => run.kind === 'text')).toBe(true);
    expect(visible(runsOf(parseMarkdown(typed)))).toBe(typed.replaceAll('\n', ''));
  });

  it('closes code that was left open, and takes an empty comment', () => {
    expect(parseMarkdown('```\na\n\nb')).toEqual([{ kind: 'code', text: 'a\n\nb' }]);
    expect(parseMarkdown(' \n\n')).toEqual([]);
  });

  it.each([500, 4000])('reads the worst %d characters in a fifth of their square of steps at most', (length) => {
    const bombs = ['*', '_a ', '**a ', '[', '[a](', '`', '> ', '- ', '\\', 'https://a.b', 'h', '*_', '**_*', '_a_', '!['];
    const worst = bombs.flatMap((bomb) => [
      bomb.repeat(length).slice(0, length),
      `${bomb.repeat(length / 2)}x${bomb.repeat(length / 2)}`.slice(0, length),
    ]);
    expect(stepsOf('a *plain* `line`')).toBeGreaterThan(3);
    for (const typed of worst) expect(stepsOf(typed), typed.slice(0, 12)).toBeLessThan(length ** 2 / 5);
  });
});

const marks = fc.constantFrom(
  '*',
  '**',
  '_',
  '`',
  '```',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '> ',
  '- ',
  '1. ',
  '\n',
  '!',
  '<',
  'a',
  ' ',
  'https://a.example',
  'javascript:',
  '@',
);
const soup = fc.array(marks, { maxLength: 60 }).map((parts) => parts.join(''));

test.prop([fc.oneof(soup, fc.string({ maxLength: 200, unit: 'binary' }))])(
  'never throws and never makes a link that is not http',
  (typed) => {
    for (const run of everyRun(runsOf(parseMarkdown(typed)))) {
      if (run.kind !== 'link') continue;
      expect(new URL(run.href).protocol).toMatch(/^https?:$/);
      expect(new URL(run.href).host).toBe(run.host);
    }
  },
);

test.prop([fc.string({ maxLength: 200, unit: fc.constantFrom('a', 'b', ' ', '.', 'é', '李', '😀', '<', '&', '"') })])(
  'shows plain text exactly as typed',
  (typed) => {
    expect(visible(parseInline(typed))).toBe(typed);
  },
);
