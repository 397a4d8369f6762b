import { isName } from './address.ts';
import { pathIds } from './path-ids.ts';
import type { Examples, Site } from './site.ts';

// No project of the catalog lies deeper, and each prefix is one more key to look up.
const maxDepth = 6;

export const gitlab: Site = {
  name: 'GitLab',
  host: 'gitlab.com',
  group: 'code',
  access: 'optional',
  pageTypes: [{ prefix: 'gitlab.com/', kind: 'repository' }],
  identify(segments) {
    if (notGroups.has(segments[0] ?? '')) return [];
    const ends = segments.findIndex((segment) => !isName(segment));
    const path = (ends < 0 ? segments : segments.slice(0, ends))
      .join('/')
      .replace(/\.git$/, '')
      .split('/');
    // Groups nest, and only `/-/` marks the end of a project's path; old addresses do not have it.
    const longest = segments[ends] === '-' ? path.length : Math.min(path.length, maxDepth);
    const shortest = segments[ends] === '-' ? longest : 2;
    return path.length < 2 ? [] : pathIds('gitlab.com', path.slice(0, longest), shortest);
  },
  // The header of the project's front page, which is hidden once a folder is opened (seen 2025-01).
  anchors: [{ selector: '[data-testid="project-name-content"]', put: 'float', seen: '2025-01' }],
};

// First path segments that cannot be groups: the top-level routes in GitLab's lib/gitlab/path_regex.rb.
const notGroups = new Set(
  (
    'admin api assets autocomplete dashboard explore files groups health_check help import invites jwt oauth profile ' +
    'projects public s search snippets unsubscribes uploads users'
  ).split(' '),
);

const runner = ['gitlab.com/gitlab-org/gitlab-runner'];

export const gitlabExamples: Examples = {
  'https://gitlab.com/gitlab-org/gitlab-runner': runner,
  'https://gitlab.com/GitLab-Org/gitlab-runner.git': runner,
  'https://gitlab.com/gitlab-org/gitlab-runner/-/issues/1?sort=asc#note_1': runner,
  'https://gitlab.com/gitlab-org/gitlab-runner/-/tree/main/docs': runner,
  'https://gitlab.com/gitlab-org/gitlab-runner/blob/main': [
    'gitlab.com/gitlab-org/gitlab-runner/blob/main',
    'gitlab.com/gitlab-org/gitlab-runner/blob',
    ...runner,
  ],
  'https://gitlab.com/group/subgroup/project': [
    'gitlab.com/group/subgroup/project',
    'gitlab.com/group/subgroup',
  ],
  'https://gitlab.com/group/subgroup/project/-/wikis/home': ['gitlab.com/group/subgroup/project'],
  'https://gitlab.com/': [],
  'https://gitlab.com/gitlab-org': [],
  'https://gitlab.com/groups/gitlab-org/-/issues': [],
  'https://gitlab.com/explore/projects': [],
  'https://gitlab.com/users/sign_in': [],
  'https://gitlab.com/help/user/index.md': [],
  'https://gitlab.com/-/profile/preferences': [],
  'https://gitlab.com/gitlab-org/-/packages': [],
};
