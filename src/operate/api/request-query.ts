import { z } from 'zod';
import type { QueryValues } from './ports.ts';
import { ApiProblem, type ProblemKind } from './problem.ts';

/** A schema of one value as JSON Schema has it; only what coercion looks at. */
const Typed = z.looseObject({ type: z.string().optional() });

/** Checks the parameters of a query. Lists are given by repetition or with commas. */
export type ReadQuery<Values> = (raw: Readonly<Record<string, readonly string[]>>) => Values;

/** Makes a reader of a query's parameters, which turns texts into the types of the schema. */
export function queryReader<Schema extends z.ZodObject>(
  schema: Schema,
): ReadQuery<z.output<Schema>> {
  const types = Object.entries(schema.shape).map(
    ([name, part]) =>
      [name, Typed.parse(z.toJSONSchema(z.object({ part })).properties?.part).type] as const,
  );
  const typeOf = new Map(types);
  return (raw) => {
    const values = Object.entries(raw).map(([name, texts]) => [
      name,
      coerced(texts, typeOf.get(name)),
    ]);
    return checked(schema, Object.fromEntries(values), 'invalid-query');
  };
}

function coerced(texts: readonly string[], type: string | undefined): unknown {
  const [text = ''] = texts;
  if (type === 'array') return texts.flatMap((one) => one.split(',')).map((one) => one.trim());
  if (texts.length > 1) return texts;
  if (type === 'integer' || type === 'number') return text.trim() === '' ? text : Number(text);
  if (type !== 'boolean') return text;
  return text === 'true' ? true : text === 'false' ? false : text;
}

/** @throws ApiProblem that names the first fault and, for an unknown name, the known ones */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  kind: ProblemKind,
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : '';
  const allowed = issue?.code === 'unrecognized_keys' && names ? `; there are: ${names}` : '';
  throw new ApiProblem(kind, `${place ? `${place}: ` : ''}${issue?.message ?? 'wrong'}${allowed}`);
}

/** @throws ApiProblem where a filter names an unknown source */
export function checkSources({ sources }: QueryValues, known: readonly string[]): void {
  const asked = Array.isArray(sources) ? sources.map(String) : [];
  const unknown = asked.find((source) => !known.includes(source));
  if (unknown !== undefined) {
    throw new ApiProblem('unknown-source', `No source ${unknown}; GET /api/v1/sources lists them`);
  }
}
