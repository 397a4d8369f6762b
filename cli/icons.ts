// `node cli/icons.ts`: draws docs/icon.svg at every size the stores and toolbars ask for; run by hand after the drawing changes.
import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import puppeteer from 'puppeteer-core';
import { browserFor } from '../harness/target.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';
import { writeFiles, type FileToWrite } from './write-files.ts';

export const icons = defineCommand({
  meta: { name: 'node cli/icons.ts', description: 'Draws docs/icon.svg at every size into public/icon' },
  async run() {
    const svg = readFileSync(`${root}docs/icon.svg`, 'utf8');
    const browser = await puppeteer.launch({
      executablePath: browserFor('chrome-mv3'),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const page = await browser.newPage();
      const files: FileToWrite[] = [];
      for (const size of [16, 32, 48, 96, 128]) {
        await page.setViewport({ width: size, height: size });
        await page.setContent(
          `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
        );
        const content = await page.screenshot({ omitBackground: true });
        files.push({ path: `${root}public/icon/${size}.png`, content });
      }
      writeFiles(files);
    } finally {
      await browser.close();
    }
  },
});

await runMain(import.meta.filename, icons);
