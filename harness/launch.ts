import { launchChromium } from './chromium.ts';
import type { Extension, LaunchOptions } from './extension.ts';
import type { FakeWeb } from './fake-web.ts';
import { launchFirefox } from './firefox.ts';
import { isFirefox, type Target } from './target.ts';

/** Starts the target's browser with the extension in it and the fake web around it. */
export const launch = (target: Target, web: FakeWeb, options: LaunchOptions = {}): Promise<Extension> =>
  isFirefox(target) ? launchFirefox(target, web, options) : launchChromium(target, web, options);
