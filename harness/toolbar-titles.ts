type Api = {
  tabs: { query(all: object): Promise<{ id: number }[]> };
  action: { getTitle(tab: { tabId: number }): Promise<string> };
};

/** Runs in a page of the extension: the titles of its button, one for each tab. */
export async function toolbarTitles(): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const { tabs, action } = (browser ?? chrome)!;
  return Promise.all((await tabs.query({})).map(({ id }) => action.getTitle({ tabId: id })));
}
