import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { readPublicKey } from '../../../../catalog/feed/signature.ts';
import { verified } from '../../../../cli/feed/verify.ts';
import { writeKeys } from '../../../../cli/feed/keygen.ts';
import { feedExtension, url } from '../../../builders/feed-extension.ts';
import { gitEnv, install, nightFolder } from '../../../builders/night-folder.ts';
import { runWorkflow } from '../../../builders/workflow-run.ts';

// Every line of the workflow starts a program.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
afterAll(() => vi.resetConfig());

const { folder, at, git, writeCatalog, begin } = nightFolder();
const { web, extension } = feedExtension();
const workflow = '.github/workflows/refresh.yml';

// One source in the place of all: it asks for a repository and is told version, license and whether it is archived.
const standIn = `import type { Source } from './source.ts';
type Answer = { version?: string; license?: string; archived?: string };
const standIn: Source = {
  ...{ name: 'stand-in', title: 'Stand-in', address: 'https://github.com', hosts: ['github.com'] },
  wants: ({ pages }) => pages.filter((page) => page.startsWith('pkg:github/')).slice(0, 1),
  async *ask(ids, { fetch, address }) {
    for (const id of ids) yield { id, answer: await (await fetch(address + '/' + id.slice(11))).json() };
  },
  propose({ id: tool }, { id, answer }) {
    const { version, license, archived } = answer as Answer;
    const url = 'https://github.com/' + id.slice(11) + '/releases/tag/v' + version;
    const source = { key: 'release', url, title: 'Release' };
    const common = { tool, source, kind: 'mechanical' as const, list: 'Versions', says: 'as the source says' };
    return [
      ...(version ? [{ ...common, path: ['facts', 'version'], is: { value: version } }] : []),
      ...(archived ? [{ ...common, path: ['facts', 'status'], is: { value: 'archived', since: archived } }] : []),
      ...(license ? [{ ...common, kind: 'judgement' as const, path: ['facts', 'license'], is: { value: license }, list: 'Licenses' }] : []),
    ];
  },
};
export const sources: readonly Source[] = [standIn];
`;

const versionOf = (tool: string) =>
  (JSON.parse(readFileSync(`data/tools/${tool}.json`, 'utf8')) as Tool).facts.version!.value;
const next = (version: string) => version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
const [chainlit, gradio] = [versionOf('chainlit'), versionOf('gradio')];

const answers: Record<string, unknown> = {
  '/gradio-app/gradio': { version: next(gradio) },
  '/chainlit/chainlit': { version: next(chainlit), archived: '2026-11-02' },
  '/streamlit/streamlit': { license: 'MIT' },
};
let server: Server;
let env: NodeJS.ProcessEnv;
let secrets: Record<string, string>;
let key: string;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) =>
    response.end(JSON.stringify(answers[url.toLowerCase()] ?? {})),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  ({ key } = writeKeys(at('keys')));
  secrets = { FEED_KEY: readFileSync(at('keys/feed-key.pem'), 'utf8') };
  mkdirSync(at('bin'));
  writeProgram('gh', gh);
  // What the runner's sudo would do, without another user and without a network of its own.
  writeProgram('sudo', 'while [ "$1" != env ]; do shift; done; exec "$@"');
  env = {
    ...{ PATH: `${at('bin')}:${dirname(process.execPath)}:${process.env.PATH}`, HOME: folder, ...gitEnv },
    ...{ HULLMARK_UPSTREAM: `http://127.0.0.1:${port}`, PULL_REQUESTS: at('pull-requests') },
  };
  writeProject();
});
afterAll(() => void server.close());

function writeProgram(name: string, text: string): void {
  writeFileSync(at(`bin/${name}`), `#!/usr/bin/env bash\n${text}\n`);
  chmodSync(at(`bin/${name}`), 0o755);
}

// Keeps one file a pull request, named by its branch; \`--head BRANCH\` and \`--title TITLE\` come in this order.
const gh = `mkdir -p "$PULL_REQUESTS"
case "$2" in
  list) [ ! -f "$PULL_REQUESTS/\${4//\\//+}" ] || echo "$4" ;;
  create) echo "create $8" >> "$PULL_REQUESTS/\${4//\\//+}" ;;
  edit) echo "edit $5" >> "$PULL_REQUESTS/\${3//\\//+}" ;;
esac`;

/** The project with the data of three tools and the stand-in, as its own remote. */
function writeProject(): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split(
    '\n',
  );
  const left =
    /^(?:data|docs|bench|public|tests\/(?:e2e|pages|feeds|vectors))\/|^tests\/unit\/(?!data\/data-files|setup)/;
  for (const file of listed.filter((each) => each && !left.test(each) && existsSync(each))) {
    mkdirSync(dirname(at(`start/${file}`)), { recursive: true });
    cpSync(file, at(`start/${file}`));
  }
  cpSync('data/tool.schema.json', at('start/data/tool.schema.json'), { recursive: true });
  writeCatalog('start');
  writeFileSync(at('start/cli/refresh/sources.ts'), standIn);
  mkdirSync(at('start/.git/info'), { recursive: true });
  install(at('start'));
  node('cli/catalog.ts', 'stats', '--write');
  node('cli/night.ts', 'setup', '--keys', '../keys', '--repository', 'acme/hull');
  begin('start');
}

function node(...args: string[]): void {
  execFileSync(process.execPath, args, { cwd: at('start'), env, stdio: 'pipe' });
}

const machine = () => ({ folder, remote: at('remote.git'), secrets, env, install });
const onMain = (...args: string[]) => git('remote.git', ...args);
const proposed = () => ({
  commit: onMain('rev-parse', 'proposals/licenses'),
  requests: readFileSync(at('pull-requests/proposals+licenses'), 'utf8').trim().split('\n'),
});

describe('a night as the workflow has it', () => {
  it('ends before anything is applied where an answer changed on its way', async () => {
    const tampered = {
      ...machine(),
      onArtifact: (folder: string) => appendFileSync(join(folder, 'answers.json'), ' '),
    };
    const { failed } = await runWorkflow(workflow, tampered);
    expect(failed).toMatch(/^apply: echo "\$SHA256 {2}SHA256SUMS" \| sha256sum --check/);
    expect(onMain('rev-list', '--count', 'main')).toBe('1');
  });

  it('commits and proposes, and publishes nothing where it is killed before it signs', async () => {
    const { failed, log } = await runWorkflow(workflow, { ...machine(), secrets: {} });
    expect([failed, log]).toEqual([
      expect.stringMatching(/^sign: npm run night -- sign/),
      expect.any(String),
    ]);
    expect(log).toContain('3 tools, 0 problems');
    expect(onMain('log', '-1', '--format=%s%n%b', 'main')).toBe(
      [
        'data: 2 versions, 1 archived',
        `- chainlit: version ${chainlit} → ${next(chainlit)}, archived`,
        `- gradio: version ${gradio} → ${next(gradio)}`,
        '',
        'Feed-Version: 2',
      ].join('\n'),
    );
    expect(onMain('diff', '--name-only', 'main~1', 'main').split('\n')).toEqual([
      'data/feed.json',
      'data/tools/chainlit.json',
      'data/tools/gradio.json',
    ]);
    expect(onMain('diff', '--name-only', 'main', 'proposals/licenses')).toBe('data/tools/streamlit.json');
    expect(proposed().requests).toEqual(['create data: Licenses: 1 tool to decide']);
    expect(existsSync(at('published'))).toBe(false);
  });

  it('begun again makes no second commit and no second pull request, and publishes the feed', async () => {
    const before = { main: onMain('rev-parse', 'main'), proposed: proposed() };
    // What the first run has tried already.
    const { failed, log } = await runWorkflow(workflow, { ...machine(), skip: /test:unit|-- stats/ });
    expect([failed, log]).toEqual([undefined, expect.any(String)]);
    expect(onMain('rev-parse', 'main')).toBe(before.main);
    expect(proposed()).toEqual({
      commit: before.proposed.commit,
      requests: [...before.proposed.requests, 'edit data: Licenses: 1 tool to decide'],
    });
    expect(readdirSync(at('published')).sort()).toEqual(['feed', 'index.html']);
    const atom = readFileSync(at('published/feed/new.atom'), 'utf8');
    expect(atom).toContain('Chainlit');
    const page = readFileSync(at('published/index.html'), 'utf8');
    expect(page).toContain('https://acme.github.io/hull/feed/');
    // Nobody has the key but the one job.
    const secret = secrets.FEED_KEY!.split('\n')[1]!;
    expect(log + textsIn(at('artifacts')) + textsIn(at('published'))).not.toContain(secret);
  });

  it('leaves a feed that verify accepts and the extension reads', async () => {
    vi.useRealTimers();
    const { problems, sentences } = await verified(at('published/feed'), readPublicKey(key, 'key'));
    expect([problems, sentences[0]]).toEqual([
      [],
      expect.stringMatching(/^Verified: Hullmark \(hullmark\), version 2, 3 tools/),
    ]);
    vi.useFakeTimers({ toFake: ['Date'] });
    web.files = filesOf(at('published/feed'));
    const own = await extension();
    await own.rebuildCatalog();
    await own.changeSubscriptions(() => [
      own.subscriptionTo({ feed: 'hullmark', name: 'Hullmark', url, key: readPublicKey(key, 'key') }),
    ]);
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.lastError).toBeUndefined();
    const { tool } = (await (await own.openCatalog()).entry('gradio'))!;
    expect(tool.facts.version?.value).toBe(next(gradio));
  });
});

/** The files of a folder by their paths in it. */
function filesOf(name: string): Map<string, Uint8Array> {
  const files = readdirSync(name, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    files.map(({ parentPath, name: file }) => {
      const path = join(parentPath, file);
      return [path.slice(name.length + 1), new Uint8Array(readFileSync(path))];
    }),
  );
}

/** All texts below a folder. */
function textsIn(name: string): string {
  return [...filesOf(name).values()].map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n');
}
