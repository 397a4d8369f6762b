import { parseAst } from 'vite';

type Node = { type: string; start: number; end: number } & Record<string, unknown>;
type Part = { names: string[]; uses: Set<string>; text: string; isFunction: boolean };
type Names = { cold: readonly string[]; lazy: readonly string[] };

const functions: Names = {
  // Each gets what it alone uses, so it must not keep anything from one call to the next but by what it returns.
  cold: ['createLookup', 'createBadgeHost', 'githubForkOf', 'noPage', 'isHiddenHere'],
  // What not every badge needs, but some need again and again: each stays where it is, to be compiled when it is called.
  lazy: ['groundAt', 'spaceBeside', 'updatePosition', 'findNamed', 'namesItself'],
};

/**
 * The Vite plugin that arranges the scripts which show badges for how browsers compile them. What is cold goes into the function
 * that begins it, which pages that do not need it no more than skim. All else is compiled together with what surrounds it, which
 * the parentheses ask for: to skim functions first and then compile one by one takes longer (seen 2026-11,
 * https://v8.dev/blog/preparser).
 */
export const foldColdCode = () => ({
  name: 'fold-cold-code',
  apply: 'build' as const,
  renderChunk: (code: string, { fileName }: { fileName: string }) =>
    /^badge[\w-]*\.js$/.test(fileName) ? folded(code, functions) : undefined,
});

/** A script that is one function called at once, with its cold functions around what each of them alone uses. */
export function folded(code: string, { cold, lazy }: Names): string {
  const body = bodyOf(parseAst(code) as unknown as Node);
  const parts = body.map((node): Part => ({
    names: declaredBy(node),
    uses: identifiersIn(node),
    text: code.slice(node.start, node.end),
    isFunction: node.type === 'FunctionDeclaration',
  }));
  const declared = parts.filter(({ isFunction }) => isFunction).flatMap(({ names }) => names);
  const missing = [...cold, ...lazy].filter((name) => !declared.includes(name));
  if (missing.length) throw new Error(`The script has no function ${missing.join(', ')}.`);
  const begin = parts.filter(({ names }) => names.length === 0);
  const [first, last] = [body[0]!, body.at(-1)!];
  return code.slice(0, first.start) + arranged(begin, parts, { cold, lazy }) + code.slice(last.end);
}

/** The text of these parts: what `begin` uses is eager, the cold functions that it uses have folded into them what no other part uses. */
function arranged(begin: readonly Part[], parts: readonly Part[], { cold, lazy }: Names): string {
  const isCold = ({ names }: Part) => names.some((name) => cold.includes(name));
  const isLazy = ({ names }: Part) => names.some((name) => lazy.includes(name));
  const used = reachable(begin, parts, isCold);
  const eager = reachable(begin, parts, (part) => isCold(part) || isLazy(part));
  const roots = [...used].filter((part) => isCold(part) && !begin.includes(part));
  const reached = roots.map((root) => reachable([root], parts, () => false));
  const rest = parts.filter((part) => !used.has(part));
  const shared = rest.filter((part) => reached.filter((some) => some.has(part)).length > 1);
  const wrapped = roots.map((root, at) => {
    const own = rest.filter((part) => reached[at]!.has(part) && !shared.includes(part));
    const { text, names } = root;
    if (own.length === 0) return text;
    const begun = { ...root, names: [], isFunction: false, text: `return (${text}).apply(this, arguments);` };
    return `function ${names[0]}() {\n${arranged([begun], [...own, begun], { cold, lazy })}\n}`;
  });
  const here = parts.filter((part) => (used.has(part) || shared.includes(part)) && !roots.includes(part));
  const isEager = (part: Part) => part.isFunction && eager.has(part) && !isLazy(part);
  return [
    ...wrapped,
    // First, since as variables they are not there before the line that declares them.
    ...here.filter(isEager).map(({ names, text }) => `var ${names[0]} = (${text});`),
    ...here.filter((part) => !isEager(part)).map(({ text }) => text),
  ].join('\n');
}

function reachable(
  begin: readonly Part[],
  parts: readonly Part[],
  stopsAt: (part: Part) => boolean,
): Set<Part> {
  const reached = new Set(begin);
  for (const part of reached)
    if (begin.includes(part) || !stopsAt(part))
      for (const next of parts) if (next.names.some((name) => part.uses.has(name))) reached.add(next);
  return reached;
}

function bodyOf(program: Node): Node[] {
  const found = [...walk(program)].find(({ type }) => type === 'FunctionExpression');
  if (!found) throw new Error('The script is not one function.');
  return (found.body as Node).body as Node[];
}

function declaredBy({ type, id, declarations }: Node): string[] {
  if (type === 'FunctionDeclaration') return [(id as Node).name as string];
  if (type !== 'VariableDeclaration') return [];
  return (declarations as Node[]).flatMap((each) => [...identifiersIn(each.id as Node)]);
}

function identifiersIn(node: Node): Set<string> {
  return new Set(
    [...walk(node)].flatMap(({ type, name }) => (type === 'Identifier' ? (name as string) : [])),
  );
}

function* walk(node: Node): Generator<Node> {
  yield node;
  // The name of a property is no use of what has the same name.
  const isName = (key: string) => !node.computed && (key === 'property' || key === 'key');
  for (const key in node)
    if (!isName(key)) for (const child of [node[key]].flat()) if (isNode(child)) yield* walk(child);
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';
