import { citedFile, type CitedFile } from './github-ids.ts';

/** What is asked of one repository: its own state, and files of it. */
export type RepositoryAsk = {
  repository: string;
  ids: string[];
  state: boolean;
  files: { id: string; file: CitedFile }[];
};

const maxRepositories = 25;
// With more, the answer of a batch comes near GitHub's ten seconds.
const maxObjects = 250;

const state = `fragment State on Repository {
  isArchived archivedAt pushedAt stargazerCount
  licenseInfo { spdxId }
  releases(first: 30, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { tagName isPrerelease isDraft publishedAt }
  }
  refs(refPrefix: "refs/tags/", first: 50, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
    nodes { name target { __typename ... on Commit { committedDate } ... on Tag { tagger { date } } } }
  }
}`;

/** Ids by repository, in the order in which each was first wanted. */
export function asksOf(ids: readonly string[]): RepositoryAsk[] {
  const asks = new Map<string, RepositoryAsk>();
  for (const id of ids) {
    const file = citedFile(id);
    const repository = file?.repository ?? id;
    const key = repository.toLowerCase();
    const ask = asks.get(key) ?? { repository, ids: [], state: false, files: [] };
    asks.set(key, ask);
    ask.ids.push(id);
    if (file) ask.files.push({ id, file });
    else ask.state = true;
  }
  return [...asks.values()];
}

/** Asks that go into one query: at most 25 repositories, and not too many files. */
export function batchesOf(asks: readonly RepositoryAsk[]): RepositoryAsk[][] {
  const batches: RepositoryAsk[][] = [];
  let objects = Infinity;
  for (const ask of asks) {
    const more = ask.files.reduce((sum, { file }) => sum + (file.commit ? 2 : 1), 0);
    if (objects + more > maxObjects || batches.at(-1)!.length === maxRepositories) {
      batches.push([]);
      objects = 0;
    }
    batches.at(-1)!.push(ask);
    objects += more;
  }
  return batches;
}

/** One query for a batch, each repository under an alias; all names are variables, so that none of them is code. */
export function queryOf(batch: readonly RepositoryAsk[]): {
  query: string;
  variables: Record<string, string>;
} {
  const variables: Record<string, string> = {};
  const bound = (name: string, value: string) => {
    variables[name] = value;
    return `$${name}`;
  };
  const fields = batch.map(({ repository, state, files }, at) => {
    const [owner = '', name = ''] = repository.split('/');
    const objects = files.map(({ file: { path, commit } }, index) => {
      const head = `h${index}: object(expression: ${bound(`r${at}h${index}`, `HEAD:${path}`)}) { ...File }`;
      const cited = commit && bound(`r${at}c${index}`, `${commit}:${path}`);
      return cited ? `${head} c${index}: object(expression: ${cited}) { ...File }` : head;
    });
    const arguments_ = `owner: ${bound(`o${at}`, owner)}, name: ${bound(`n${at}`, name)}`;
    return `r${at}: repository(${arguments_}) { nameWithOwner ${state ? '...State' : ''} ${objects.join(' ')} }`;
  });
  const hasFiles = batch.some(({ files }) => files.length);
  const hasState = batch.some((ask) => ask.state);
  const fragments = [hasState ? state : '', hasFiles ? 'fragment File on GitObject { __typename oid }' : ''];
  const declared = Object.keys(variables).map((name) => `$${name}: String!`);
  return {
    query: `query (${declared.join(', ')}) { rateLimit { cost remaining resetAt } ${fields.join(' ')} } ${fragments.join(' ')}`,
    variables,
  };
}

/** The query for the text of one file at HEAD. */
export const textQuery = `query ($owner: String!, $name: String!, $expression: String!) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    object(expression: $expression) { ... on Blob { text isTruncated isBinary } }
  }
}`;
