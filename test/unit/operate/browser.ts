import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../../../src/line/fetch/chromium.ts';

/** A page of a test: what went wrong in it, and what it asked for. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors of scripts and of the console, a refused inline style among them. */
  readonly faults: string[];
  /** Addresses that were asked for. */
  readonly asked: string[];
}

/** A Chromium that tests share. */
export interface TestBrowser {
  readonly open: (about: {
    readonly width: number;
    readonly language: 'ar' | 'en';
    readonly theme?: 'light' | 'dark';
  }) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** Far over what any step of a page takes, also where others keep the processors busy. */
const STEP_MS = 300_000;

/** Starts it. */
export async function testBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium();
  const browser: Browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
  return {
    open: async ({ width, language, theme = 'light' }) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: language,
        colorScheme: theme,
      });
      context.setDefaultTimeout(STEP_MS);
      const page = await context.newPage();
      const opened: OpenedPage = { page, faults: [], asked: [] };
      page.on('pageerror', (fault) => opened.faults.push(fault.message));
      page.on('console', (message) => {
        if (message.type() === 'error') opened.faults.push(message.text());
      });
      page.on('request', (request) => opened.asked.push(request.url()));
      return opened;
    },
    close: () => browser.close(),
  };
}
