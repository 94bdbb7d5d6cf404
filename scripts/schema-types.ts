import { z } from 'zod';

/** What of JSON Schema our own schemas use. */
const Node = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
});

/** TypeScript of a JSON Schema of an object: one interface, its inner types in place. */
export function typesOf(name: string, schema: object): string {
  const head = '// Written by `npm run schemas` from config/schema: not by hand.\n';
  const { description = name } = Node.parse(schema);
  return `${head}/** ${description}. */\nexport interface ${name} ${typeText(schema, '')}\n`;
}

function typeText(schema: unknown, indent: string): string {
  const node = Node.parse(schema);
  if ('const' in node) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(' | ');
  const either = node.anyOf ?? node.oneOf;
  if (either) return either.map((one) => typeText(one, indent)).join(' | ');
  if (node.type === 'array') return `readonly (${typeText(node.items ?? {}, indent)})[]`;
  if (node.type === 'object') return objectText(node, indent);
  const types = [node.type ?? 'unknown'].flat();
  return types.map((type) => (type === 'integer' ? 'number' : type)).join(' | ');
}

function objectText(node: z.infer<typeof Node>, indent: string): string {
  const { properties, required = [], additionalProperties } = node;
  if (!properties) return `Readonly<Record<string, ${typeText(additionalProperties, indent)}>>`;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, part]) => {
    const { description } = Node.parse(part);
    const mark = required.includes(name) ? '' : '?';
    return [
      ...(description ? [`${inner}/** ${description}. */`] : []),
      `${inner}readonly ${name}${mark}: ${typeText(part, inner)};`,
    ];
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}
