import { chromium, type Browser, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
/** A browser that asks nobody for anything by itself, so that every request is the page's. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/** How a page is looked at. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

/** A page from disk, with every request that it made and every complaint of the browser. */
export interface OpenPage {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

export const openPage = async (browser: Browser, file: string, { scheme, width }: Look): Promise<OpenPage> => {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme: scheme });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.goto(`file://${file}`);
  return { page, requests, complaints };
};
