import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { feedAddress } from '../catalog/feed/feed-address.ts';
import { readPublicKey } from '../catalog/feed/signature.ts';
import { CliError } from './cli-error.ts';

// A link that is empty is not shown; one that leads nowhere would be.
const address = z.string().check(
  z.refine((text) => text === '' || URL.parse(text)?.protocol === 'https:', {
    error: 'is neither empty nor an https address',
  }),
);

const product = z.strictObject({
  name: z.string().check(z.minLength(1, 'is empty')),
  geckoId: z.string().check(z.regex(/^[\w.-]*@[\w.-]+$/, 'is not the id of a Firefox add-on, as name@maker')),
  repository: address,
  home: address,
  issues: address.check(
    z.refine((text) => text === '' || /\/issues$/.test(text), {
      error: 'is not the address of a list of issues, which ends in /issues',
    }),
  ),
  privacy: address,
  feed: z.strictObject({ url: z.string(), key: z.string() }),
});

/** What makes a build of these sources somebody's own: its name, where it lives, and the feed that it follows. Empty ones are off. */
export type Product = z.infer<typeof product>;

/** `product.json` as it was parsed; throws a CliError with one sentence a field where it could not be used. */
export function readProduct(json: unknown): Product {
  const { data, error } = product.safeParse(json, { error: wordsOf });
  const problems = error
    ? error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    : feedProblems(data.feed);
  if (problems.length) throw new CliError(problems.map((each) => `product.json: ${each}`).join('\n'));
  return data!;
}

/** The product of a folder with a `product.json`. */
export function productIn(folder: string): Product {
  const file = `${folder}/product.json`;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`${file} is missing: run this in the folder of the project`);
  }
  try {
    return readProduct(JSON.parse(text));
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(`product.json: ${(error as Error).message}`);
  }
}

function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `has no such key: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? 'is missing'
      : `is not ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
  return undefined;
}

/** A build that follows a feed which it can never verify, or at an address that it would ask for otherwise. */
function feedProblems({ url, key }: Product['feed']): string[] {
  if (!url && !key) return [];
  if (!url || !key) return [`feed: has ${url ? 'no key' : 'no url'}; a feed needs both, or neither`];
  const problemIn = (name: string, read: () => string | undefined) => {
    try {
      const problem = read();
      return problem ? [`feed.${name}: ${problem}`] : [];
    } catch (error) {
      return [`feed.${name}: ${(error as Error).message}`];
    }
  };
  return [
    ...problemIn('url', () => {
      const read = feedAddress(url);
      return read === url ? undefined : `is not as a feed's address is written, ${read}`;
    }),
    ...problemIn('key', () => {
      readPublicKey(key, 'the key');
      return undefined;
    }),
  ];
}
