import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { renderReport } from '../../lambdas/evidence/report/render-report';
import { rehearse } from '../../rehearsal/rehearse';
import { writeRehearsal } from '../../rehearsal/report/write';
import { scenarios } from '../../rehearsal/scenarios/all';
import { heldEvidence, rehearsed, stuckEvidence } from '../lambdas/evidence/report/some-evidence';
import { quickStart } from '../quick-start';
import { quickStartAssembly } from '../rehearsal/assembly';
import { openBrowser, openPage, type OpenPage } from './open-page';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'understudy-pages-'));
/** Where to renew the pictures of the documentation; unset: nowhere. */
const pictures = process.env['PICTURES'];

const pages = {
  'region-loss': () => rehearsedPage('region-loss'),
  blip: () => rehearsedPage('blip'),
  'a deployed run that needs a person': () => writtenPage('stuck.html', renderReport(stuckEvidence())),
  'a rehearsal with problems': () =>
    writtenPage('problems.html', renderReport(heldEvidence('down'), rehearsed({ problems: ['users wait'] }))),
};

const assembly = quickStartAssembly();
const files = new Map<string, string>();
let browser: Browser;
beforeAll(async () => {
  for (const [name, make] of Object.entries(pages)) files.set(name, await make());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  assembly.remove();
  rmSync(out, { recursive: true });
});

const rehearsedPage = async (name: string): Promise<string> => {
  const scenario = scenarios.find((one) => one.name === name)!;
  const rehearsal = await rehearse({ plan: quickStart(), scenario, seed: 1, assemblyDir: assembly.dir });
  return join(writeRehearsal(rehearsal, out), 'report.html');
};

const writtenPage = (name: string, text: string): Promise<string> => {
  writeFileSync(join(out, name), text);
  return Promise.resolve(join(out, name));
};

const WIDE = 1280;
const PHONE = 360;

const looks = (['light', 'dark'] as const).flatMap((scheme) => [WIDE, 800, PHONE].map((width) => ({ scheme, width })));

describe.each(Object.keys(pages))('the page of %s', (name) => {
  describe.each(looks)('in $scheme at $width px', (look) => {
    let open: OpenPage;
    beforeAll(async () => {
      open = await openPage(browser, files.get(name)!, look);
      await open.page.evaluate(`document.querySelectorAll('details').forEach((one) => (one.open = true))`);
    });
    afterAll(() => open.page.close());

    it('asks no host for anything, and the browser has no complaint', () => {
      expect(open.requests).toEqual([`file://${files.get(name)}`]);
      expect(open.complaints).toEqual([]);
    });

    it('never scrolls sideways, with everything unfolded', async () => {
      expect(await open.page.evaluate('document.documentElement.scrollWidth')).toBe(look.width);
    });

    it('has no barrier that axe calls serious or critical', async () => {
      await open.page.evaluate(AXE);
      const { violations, passes } = (await open.page.evaluate('axe.run()')) as AxeResults;
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      const barriers = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(barriers.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });

  it('can be printed', async () => {
    const { page } = await openPage(browser, files.get(name)!, { scheme: 'light', width: WIDE });
    expect((await page.pdf({ format: 'A4', printBackground: true })).byteLength).toBeGreaterThan(10_000);
    await page.close();
  });
});

const shots = (['light', 'dark'] as const).flatMap((scheme) => [
  { name: `report-${scheme}.png`, look: { scheme, width: WIDE }, height: 1250 },
  { name: `report-${scheme}-phone.png`, look: { scheme, width: PHONE }, height: 1250 },
]);

/** Takes the pictures only where somebody asks for new ones. */
const takePictures = (folder: string) =>
  it.each(shots)('$name is taken', async ({ name, look, height }) => {
    mkdirSync(folder, { recursive: true });
    const { page } = await openPage(browser, files.get('region-loss')!, look);
    const clip = { x: 0, y: 0, width: look.width, height };
    const picture = await page.screenshot({ path: join(folder, name), fullPage: true, clip });
    expect(picture.byteLength).toBeLessThan(300_000);
    await page.close();
  });

if (pictures !== undefined) takePictures(pictures);
