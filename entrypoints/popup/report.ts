import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { errorText, newToolText, whereToSend } from '../../catalog/correction.ts';
import type { Named } from '../../catalog/whose.ts';

/** A text to fill in and copy, where no form takes it. */
type Report = { title: string; hint: string; text: string };

/** What is being written, over everything else. */
export const report = signal<Report | undefined>(undefined);

/** Offers a report as text: on a tool, or on the extension. */
export function writeReport(tool: (Named & { id: string }) | undefined): void {
  report.value = {
    title: tool ? 'Report an error' : 'Report a problem',
    hint: whereToSend({ from: tool?.from }),
    text: errorText(browser.runtime.getManifest().version, tool),
  };
}

/** Offers a request for a review as text, with the address of the page where anybody may see it. */
export function writeRequest(page: string | undefined): void {
  const hint = whereToSend({ from: undefined });
  report.value = { title: 'Request a review', hint, text: newToolText(page) };
}
