import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const codeberg: Site = {
  name: 'Codeberg',
  host: 'codeberg.org',
  group: 'code',
  access: 'optional',
  pageTypes: [{ prefix: 'codeberg.org/', kind: 'repository' }],
  identify([owner, repository]) {
    const name = repository?.replace(/\.git$/, '');
    if (!isName(owner) || !isName(name) || notOwners.has(owner)) return [];
    return [`codeberg.org/${owner}/${name}`];
  },
  // Owner and name above the tabs, on each page of a repository.
  anchors: [{ selector: '.repo-header .flex-item-title', put: 'float', seen: '2026-01' }],
};

// First path segments that cannot be owners, since Forgejo uses them for its own pages (seen 2026-11).
const notOwners = new Set(
  (
    'admin api assets attachments avatar avatars captcha error explore ghost issues login metrics milestones new ' +
    'notifications org pulls raw repo repo-avatars search user v2'
  ).split(' '),
);

const forgejo = ['codeberg.org/forgejo/forgejo'];

export const codebergExamples: Examples = {
  'https://codeberg.org/forgejo/forgejo': forgejo,
  'https://codeberg.org/Forgejo/Forgejo.git': forgejo,
  'https://codeberg.org/forgejo/forgejo/src/branch/forgejo/README.md#display': forgejo,
  'https://codeberg.org/forgejo/forgejo/issues?state=open': forgejo,
  'https://codeberg.org/': [],
  'https://codeberg.org/forgejo': [],
  'https://codeberg.org/forgejo/-/packages': [],
  'https://codeberg.org/explore/repos': [],
  'https://codeberg.org/user/login': [],
  'https://codeberg.org/org/forgejo/members': [],
};
