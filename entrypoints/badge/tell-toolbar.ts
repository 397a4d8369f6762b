import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { native } from '../../browser/native.ts';
import { message } from '../../browser/messages.ts';

/** Has the toolbar icon carry the share of this tab's tool, or nothing; a page that is only prerendered waits. */
export function tellToolbar(record: BadgeRecord | null) {
  const tool = record && { name: record.name, votes: record.votes };
  const tell = () => void native.runtime.sendMessage(message('tool-on-page', tool)).catch(() => {});
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', tell, { once: true });
  else tell();
}
