import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

/** A text field of a schema: a whole value that holds the text there, and little else. */
export interface TextField {
  /** `#/party/0/name`. */
  readonly pointer: string;
  with(text: string): unknown;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function variants(schema: Json): Json[] {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((kind) => {
    const list = schema[kind];
    return Array.isArray(list) ? list.filter(isJson) : [];
  });
}

/** A small value of the schema's shape; what it means does not matter. */
export function sampleOf(schema: Json): unknown {
  if (schema['const'] !== undefined) return schema['const'];
  if (schema['default'] !== undefined) return schema['default'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const [first] = variants(schema);
  if (first) return sampleOf(first);
  const properties = isJson(schema['properties']) ? schema['properties'] : {};
  const samples: Record<string, () => unknown> = {
    object: () =>
      Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          isJson(property) ? sampleOf(property) : null,
        ]),
      ),
    array: () => [],
    string: () => (schema['format'] === 'uuid' ? '01900000-0000-7000-8000-000000000000' : 'x'),
    number: () => schema['minimum'] ?? 1,
    integer: () => schema['minimum'] ?? 1,
    boolean: () => true,
  };
  return samples[String(schema['type'])]?.() ?? null;
}

function fieldsIn(schema: Json, pointer: string): TextField[] {
  const of = variants(schema).flatMap((variant) => fieldsIn(variant, pointer));
  if (schema['type'] === 'string' && !('enum' in schema) && !('const' in schema))
    of.push({ pointer, with: (text) => text });
  const properties = isJson(schema['properties']) ? schema['properties'] : {};
  for (const [name, property] of Object.entries(properties))
    for (const field of isJson(property) ? fieldsIn(property, `${pointer}/${name}`) : []) {
      const rest = sampleOf({
        ...schema,
        anyOf: undefined,
        oneOf: undefined,
        default: undefined,
        type: 'object',
      });
      of.push({
        pointer: field.pointer,
        with: (text) => ({ ...(isJson(rest) ? rest : {}), [name]: field.with(text) }),
      });
    }
  const items = [schema['items'], ...(Array.isArray(schema['prefixItems']) ? schema['prefixItems'] : [])];
  for (const item of items.filter(isJson))
    for (const field of fieldsIn(item, `${pointer}/0`))
      of.push({ pointer: field.pointer, with: (text) => [field.with(text)] });
  return of;
}

/** Every text field that a schema takes in, at any depth. */
export function textFieldsOf(schema: z.ZodType): TextField[] {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return isJson(json) ? fieldsIn(json, '#') : [];
}
