const longest = 3_000_000;

type Embedded = { isArchived?: boolean; isPrivate?: boolean };

/**
 * What the data of GitHub's own script says of a repository (`/owner/name`, lower case). It stays that of the page loaded first,
 * changes without notice, and is parsed only where it says one of the two at all.
 */
export function embeddedRepository(page: Document, path: string): Embedded {
  const app = page.querySelector('react-app[app-name="code-view"]');
  if (app?.getAttribute('initial-path')?.toLowerCase() !== path) return {};
  const text = app.querySelector('script[data-target="react-app.embeddedData"]')?.textContent ?? '';
  if (text.length > longest || !/"(isArchived|isPrivate|private)": ?true/.test(text)) return {};
  try {
    const { payload } = JSON.parse(text) as { payload?: Record<string, { repo?: Record<string, unknown> }> };
    const layout = payload?.codeViewLayoutRoute?.repo;
    const about = payload?.sidebarAbout?.repo;
    if (`/${String(layout?.ownerLogin)}/${String(layout?.name)}`.toLowerCase() !== path) return {};
    return {
      isArchived: about?.isArchived === true,
      isPrivate: about?.isPrivate === true || layout?.private === true,
    };
  } catch {
    return {};
  }
}
