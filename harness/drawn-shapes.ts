// What a drawing looks like to people who see no colours: its ink, read from pixels.
import type { Page } from 'puppeteer-core';
import type { Box } from './badge.ts';

/** A box of a page as rows of dots, `#` where it is unlike what is around it. */
export async function inkOf(page: Page, box: Box): Promise<string[]> {
  // With a rim, from whose corner the paper's colour is read.
  const rim = 1;
  const clip = { x: box.x - rim, y: box.y - rim, width: box.width + 2 * rim, height: box.height + 2 * rim };
  const png = await page.screenshot({ clip: { ...clip, scale: 4 }, encoding: 'base64' });
  const blank = await page.browser().newPage();
  try {
    return await blank.evaluate(readInk, png);
  } finally {
    await blank.close();
  }
}

/** The share of dots in which two drawings of the same size differ. */
export function differenceOf(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one.join(''), other.join('')];
  return [...a].filter((dot, at) => dot !== b[at]).length / Math.max(a.length, b.length);
}

// Runs in a blank page.
async function readInk(png: string): Promise<string[]> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height);
  const light = (at: number) => 0.3 * data[at]! + 0.6 * data[at + 1]! + 0.1 * data[at + 2]!;
  const paper = light(0);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) =>
      Math.abs(light(4 * (y * width + x)) - paper) > 50 ? '#' : '.',
    ).join(''),
  );
}
