import type { Tool } from '../../catalog/tool-schema.ts';

type ToolSource = Tool['sources'][string];

/** A file that a source cites, at a commit or with its blob; `hasPassages` asks for the text where the blob is another. */
export type CitedFile = {
  repository: string;
  path: string;
  commit?: string;
  blob?: string;
  hasPassages: boolean;
};

/** "Aider-AI/aider" for the page of a repository, nothing for any other. */
export function repositoryOf(page: string): string | undefined {
  return /^pkg:github\/([\w.-]+\/[\w.-]+)$/.exec(page)?.[1];
}

/** The repository whose state is the tool's: that which numbers it, else the first of its pages. */
export function mainRepository(tool: Tool): string | undefined {
  const named = repositoryOf(tool.facts.version?.package ?? '');
  return named ?? tool.pages.flatMap((page) => repositoryOf(page) ?? [])[0];
}

/** The id of the file that a source cites: `owner/name@commit:path`, or `owner/name#blob:path` once its blob is known. */
export function fileIdOf({ url, blob, passages }: ToolSource): string | undefined {
  const cited = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/blob\/([0-9a-f]{40})\/([^?#]+)/.exec(url);
  if (!cited) return undefined;
  const [, repository, commit, path] = cited;
  const file = `${passages && blob ? '?' : ''}:${decoded(path!)}`;
  return blob ? `${repository}#${blob}${file}` : `${repository}@${commit}${file}`;
}

/** The file of such an id; nothing for the id of a repository. */
export function citedFile(id: string): CitedFile | undefined {
  const parts = /^([\w.-]+\/[\w.-]+)([@#])([0-9a-f]{40})(\??):(.+)$/.exec(id);
  if (!parts) return undefined;
  const [, repository, at, hash, passages, path] = parts;
  return {
    repository: repository!,
    path: path!,
    ...(at === '@' ? { commit: hash! } : { blob: hash! }),
    hasPassages: passages === '?',
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
