import type { Node, Source } from './source.ts';
import { isTest, lineOf, visitNodes } from './source.ts';

export type Exceptions = Record<string, string>;

const lineCount = (text: string) => text.replace(/\n$/, '').split('\n').length;

/** Lines at most; a file of tests is read one sentence at a time. */
const longest = { file: 200, tests: 400, function: 60 };

/** Files longer than the limit and functions longer than theirs; a `describe` block is a chapter, not a function. */
export function oversize(sources: Source[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    const lines = lineCount(source.text);
    if (lines > (isTest(source.path) ? longest.tests : longest.file)) found.push(`${source.path}: ${lines} lines`);
    visitNodes(source, (node, parent) => {
      if (!isFunction(node) || isChapter(source, parent)) return;
      const length = lineCount(source.text.slice(node.start, node.end));
      if (length > longest.function) found.push(`${source.path}:${lineOf(source, node.start)} function of ${length} lines`);
    });
  }
  return found;
}

function isFunction(node: Node): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type);
}

function isChapter(source: Source, parent: Node | null): boolean {
  return parent?.type === 'CallExpression' && /^(test\.)?describe\b/.test(source.text.slice(parent.start)) && isTest(source.path);
}

const escapeWords: Record<string, string> = {
  TSAnyKeyword: 'any',
  TSNonNullExpression: '!',
  TSAsExpression: 'as',
  TSTypeAssertion: '<type>',
};

/** Places that tell the compiler to look away: any, !, as (except as const), and directives that silence it. */
export function typeEscapes(sources: Source[], exceptions: Exceptions): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ path }) => !(path in exceptions))) {
    visitNodes(source, (node) => {
      const word = escapeWords[node.type];
      if (!word || source.text.slice(node.start, node.end).endsWith('as const')) return;
      found.push(`${source.path}:${lineOf(source, node.start)} ${word}`);
    });
    const silenced = /@ts-(ignore|expect-error|nocheck)/.exec(source.text);
    if (silenced) found.push(`${source.path}:${lineOf(source, silenced.index)} ${silenced[0]}`);
  }
  return found;
}

/** Files that read the environment although they are not the one that may. */
export function environmentReaders(sources: Source[], allowed: RegExp): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ path }) => !allowed.test(path))) {
    visitNodes(source, (node) => {
      if (node.type !== 'MemberExpression') return;
      const text = source.text.slice(node.start, node.end);
      if (/^(globalThis\.)?process\s*(\?\.|\.|\[['"`])\s*env\b/.test(text)) found.push(source.path);
    });
    if (/import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*'(node:)?process'/.test(source.text)) found.push(source.path);
  }
  return [...new Set(found)];
}

/** Exceptions for something that is gone: the list only shrinks. */
export function staleExceptions(exceptions: Exceptions, violations: string[]): string[] {
  return Object.keys(exceptions).filter((path) => !violations.some((line) => line.startsWith(`${path}:`)));
}
