import { appRouter } from '@parley/api/router';
import { z } from 'zod';

type Node = { [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodesIn = (value: unknown): Node[] => (isNode(value) ? Object.values(value).filter(isNode) : []);

/** What narrows a text to something that nobody writes freely: an id, a day, a choice of a list. */
const narrowed = ['enum', 'const', 'pattern', 'format'];

/** Texts of programs and not of people: a link's secret, and what a list offers. */
const chosen = /^(token|zone|timeZone|locale|currency|challenge|response|id|endpoint|p256dh|auth|query)$/;

/** Where free text stands in an input: `asks[].why`. */
function textsOf(node: Node, at = ''): string[] {
  const own = node.type === 'string' && typeof node.maxLength === 'number' && !narrowed.some((key) => key in node) ? [at] : [];
  const named = isNode(node.properties) ? Object.entries(node.properties) : [];
  return [
    ...own,
    ...named.flatMap(([name, inner]) => (isNode(inner) ? textsOf(inner, at === '' ? name : `${at}.${name}`) : [])),
    ...(isNode(node.items) ? textsOf(node.items, `${at}[]`) : []),
    ...['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((kind) => nodesIn(node[kind]).flatMap((inner) => textsOf(inner, at))),
  ];
}

const Definition = z.looseObject({ type: z.string(), inputs: z.array(z.unknown()).optional() });

/** Every place of every act of the API that takes free text, `offer.save notes`: read off the schemas, not off a list. */
export function typedLeaves(): string[] {
  const all = Object.entries<unknown>(appRouter._def.procedures).flatMap(([path, procedure]) => {
    const { type, inputs } = Definition.parse(Reflect.get(Object(procedure), '_def'));
    const [given] = inputs ?? [];
    if (type !== 'mutation' || !(given instanceof z.ZodType)) return [];
    const schema: unknown = z.toJSONSchema(given, { io: 'input', unrepresentable: 'any', reused: 'inline' });
    return isNode(schema) ? textsOf(schema).map((at) => `${path} ${at}`) : [];
  });
  return [...new Set(all)].filter((leaf) => !chosen.test(leaf.split(/[ .]/).at(-1) ?? '')).sort();
}

/** The texts of a call's body, by their place. */
export function sentTexts(path: string, body: unknown, at = ''): { leaf: string; text: string }[] {
  if (typeof body === 'string') return [{ leaf: `${path} ${at}`, text: body }];
  if (Array.isArray(body)) return body.flatMap((inner: unknown) => sentTexts(path, inner, `${at}[]`));
  if (!isNode(body)) return [];
  return Object.entries(body).flatMap(([name, inner]) => sentTexts(path, inner, at === '' ? name : `${at}.${name}`));
}
