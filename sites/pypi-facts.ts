import { normalizedName } from './pypi.ts';
import type { PageFacts, PageWarning } from './site.ts';

/** What a project's page states about its latest release and its license (how each fact is recognized: docs/page-facts.md). */
export function pypiFacts(page: Document, [section, project, release]: string[]): PageFacts {
  const title = textOf(page.querySelector('h1.project-header__name, h1.package-header__name'));
  const [, name = '', titled] = /^(\S+) (\S+)$/.exec(title) ?? [];
  if (section !== 'project' || !project || normalizedName(name) !== normalizedName(project)) return {};
  const version = latest(page, titled, release);
  const license = licenseOf(page);
  const warning = warningOf(page);
  return {
    ...(version && version.length <= 40 && { version }),
    ...(license && license.length <= 60 && { license }),
    ...(isArchived(page) && { archived: true }),
    ...(warning && { warning }),
  };
}

// Until the summer of 2026 a label named the latest release; since then the page without a version is the latest release, and
// the page of another version lists all of them.
function latest(page: Document, titled: string | undefined, release: string | undefined): string | undefined {
  const badge = page.querySelector('.package-header .status-badge');
  if (badge) {
    if (badge.matches('.status-badge--good')) return titled;
    return /\(([\w.!+-]+)\)$/.exec(textOf(badge))?.[1];
  }
  if (
    page.querySelector(
      '.project-status:is([class*="--yanked"], [class*="--quarantined"], [class*="--pre-release"])',
    )
  )
    return undefined;
  if (!release) return titled;
  const newest = page.querySelector(
    '.release-timeline .release:not([class*="--pre-release"], [class*="--yanked"], [class*="--quarantined"]) .release__version a',
  );
  return textOf(newest) || undefined;
}

// An expression has a link to SPDX in every language; a plain label is recognized by its English title only.
function licenseOf(page: Document): string | undefined {
  const expression = page.querySelector('.sidebar-section a[href*="spdx.github.io"]');
  const section = expression?.closest('li') ?? expression?.closest('.sidebar-section') ?? plainLicense(page);
  const row = section?.querySelector('.sidebar-section__data-block p, span') ?? section;
  const own = [...(row?.childNodes ?? [])].filter((node) => node.nodeType === 3);
  return own.map(({ textContent }) => squeezed(textContent)).find(Boolean);
}

function plainLicense(page: Document): Element | undefined {
  const titles = [...page.querySelectorAll('.sidebar-section h2, .sidebar-section strong')].slice(0, 60);
  const title = titles.find((each) => /^License:?$/.test(textOf(each)));
  return (title?.closest('li, p') ?? title?.closest('.sidebar-section')) || undefined;
}

// Since the summer of 2026 a note above the page, before that a label beside the heading: the one on quarantine has a link in
// every language, the one on a yanked release is recognized by its English text (templates of PyPI, seen 2026-08).
function warningOf(page: Document): PageWarning | undefined {
  const label = page.querySelector('.package-header .status-badge');
  if (
    page.querySelector('.project-status--quarantined') ??
    label?.matches('[href*="#project_in_quarantine"]')
  )
    return 'quarantined';
  if (page.querySelector('.project-status--yanked')) return 'yanked';
  const text = textOf(label);
  if (/ quarantined$/.test(text)) return 'quarantined';
  return / yanked$/.test(text) ? 'yanked' : undefined;
}

// Since 2025 a note above the description, since the summer of 2026 a note above the page.
function isArchived(page: Document): boolean {
  if (page.querySelector('.project-status.project-status--archived')) return true;
  const notes = [...page.querySelectorAll('#description > .callout-block')].slice(0, 3);
  return notes.some((note) => /^This project has been archived\b/.test(textOf(note)));
}

function textOf(element: Element | null | undefined): string {
  return squeezed(element?.textContent);
}

function squeezed(text: string | null | undefined): string {
  return (text ?? '').slice(0, 300).replace(/\s+/g, ' ').trim();
}
