// What a user does in JupyterLab: run, interrupt, complete, save the tasklets, restart through the menu, resume.
// usage: node lab.mjs SERVER SCREENSHOTS PROFILE CHROMIUM

import { chromium } from 'playwright-core';
import { NotebookPage } from './notebook-page.mjs';

const [server, screenshots, profile, executablePath] = process.argv.slice(2);
const began = Date.now();

function expect(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

const steps = {
  async 'outputs, errors, interrupts, completion, inspection'(context) {
    const notebook = await open(context, 'basics.ipynb');
    const printed = await notebook.run(0);
    expect(printed.includes('hello') && printed.includes('42'), `printed: ${printed}`);
    const failed = await notebook.run(1);
    expect(failed.includes('ZeroDivisionError: division by zero'), `traceback: ${failed}`);
    expect((await notebook.codeCell(1).locator('.ansi-red-fg').count()) > 0, 'the traceback has no colours');
    await notebook.run(2);
    await notebook.codeCell(2).locator('b#bold').waitFor();
    await notebook.codeCell(2).locator('.jp-RenderedSVG').waitFor();
    await notebook.codeCell(2).locator('.vega-embed canvas, .vega-embed svg').first().waitFor();
    await notebook.screenshot('rich-output');
    for (const cell of [3, 4, 5]) {
      await notebook.start(cell);
      await notebook.outputContains(cell, 'started');
      if (cell === 5) {
        await notebook.page.locator('.jp-Stdin-input').waitFor();
      }
      await notebook.interrupt();
      await notebook.outputContains(cell, 'KeyboardInterrupt');
      await notebook.untilIdle();
    }
    await notebook.edit(6);
    await notebook.page.keyboard.press('End');
    await notebook.page.keyboard.press('Tab');
    await notebook.page.locator('.jp-Completer').getByText('startswith').waitFor();
    await notebook.screenshot('completion');
    await notebook.page.keyboard.press('Escape');
    await notebook.edit(7);
    await notebook.page.keyboard.press('End');
    await notebook.page.keyboard.press('Shift+Tab');
    await notebook.page.locator('.jp-Tooltip').getByText('Return the number of items').waitFor();
    await notebook.screenshot('inspection');
  },

  async 'a saved tasklet goes on in another notebook, while the first one stays open'(context) {
    const first = await open(context, '02-pickle-a-running-tasklet.ipynb');
    await first.runAll();
    await first.outputContains(0, 'square 9 total 14');
    await first.save();
    await first.screenshot('pickled');
    await first.restart();
    const second = await open(context, '03-resume-it-here.ipynb');
    await second.runAll();
    const all = (await Promise.all([0, 1, 2].map((cell) => second.output(cell)))).join('');
    expect(all.includes('square 16 total 30') && all.includes('the result is 204'), `resumed: ${all}`);
    expect(!all.includes('square 9 total'), `it began again: ${all}`);
    await second.screenshot('resumed');
  },

  async 'a simulation goes on after a restart'(context) {
    const notebook = await open(context, '04-a-simulation-that-survives-restart.ipynb');
    const cells = await notebook.panel.locator('.jp-CodeCell').count();
    const sources = [];
    for (let i = 0; i < cells; i++) {
      sources.push(await notebook.codeCell(i).locator('.cm-content').innerText());
    }
    const resume = sources.findIndex((source) => source.includes('%unpickle_tasklets'));
    expect(resume > 0, 'no cell resumes');
    for (let i = 0; i < resume; i++) {
      await notebook.run(i);
    }
    await notebook.screenshot('simulation-saved');
    await notebook.save();
    await notebook.restart();
    const restored = await notebook.run(resume);
    expect(restored.includes('restored'), `restored: ${restored}`);
    expect(/week 60/.test(await notebook.run(resume + 1)), `went on: ${await notebook.output(resume + 1)}`);
    await notebook.screenshot('simulation-resumed');
  },
};

function open(context, file) {
  return NotebookPage.open(context, server, file, screenshots);
}

const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  viewport: { width: 1280, height: 1400 },
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let failures = 0;
for (const [name, step] of Object.entries(steps)) {
  try {
    await step(context);
    console.log(`ok ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failures++;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
  for (const page of context.pages().slice(1)) {
    await page.close();
  }
}
await context.close();
process.exit(failures === 0 ? 0 : 1);
