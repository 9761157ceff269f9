// A real Chromium without a window, for tests of pages; where there is none it is said loudly.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the browser that `CHROMIUM` names, or one from its usual places. @throws Error that says what to install */
export async function startBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find(
    (each) => each !== '' && existsSync(each),
  );
  if (executablePath === undefined) {
    throw new Error(
      'NO CHROMIUM: the page was not looked at. Install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM.',
    );
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
