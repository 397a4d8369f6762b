import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';

type Schema = {
  _zod: {
    def: {
      type: string;
      shape?: Record<string, Schema>;
      innerType?: Schema;
      element?: Schema;
      valueType?: Schema;
    };
  };
};
type Fields = Record<string, unknown>;

/** A tool with new fields where the schema has them; an object that got none keeps its order, so that a difference shows only what is new. */
export function inSchemaOrder(tool: Tool, before: Tool): Tool {
  return ordered(authoredTool, tool, before) as Tool;
}

function ordered(schema: Schema | undefined, value: unknown, before: unknown): unknown {
  if (!schema || value === before) return value;
  const { type, shape, innerType, element, valueType } = schema._zod.def;
  if (type === 'optional') return ordered(innerType, value, before);
  if (Array.isArray(value))
    return value.map((each, at) => ordered(element, each, (before as unknown[])?.[at]));
  if (!isFields(value)) return value;
  const old = isFields(before) ? before : {};
  const keys = Object.keys(value);
  const sorted = shape ? inOrder(keys, Object.keys(shape), Object.keys(old)) : keys.sort();
  return Object.fromEntries(
    sorted.map((key) => [key, ordered(shape ? shape[key] : valueType, value[key], old[key])]),
  );
}

function inOrder(keys: string[], order: string[], old: string[]): string[] {
  const still = old.filter((key) => keys.includes(key));
  if (still.length === keys.length) return still;
  return keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
