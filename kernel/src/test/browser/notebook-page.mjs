// A notebook that is open in JupyterLab, handled as a user would.

const PATIENCE = 30_000;

export class NotebookPage {
  constructor(page, screenshots) {
    this.page = page;
    this.screenshots = screenshots;
    this.panel = page.locator('.jp-NotebookPanel:not(.lm-mod-hidden)');
  }

  /** Opens a notebook in a workspace of its own, and waits until its kernel is ready. */
  static async open(context, server, file, screenshots) {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const workspace = file.replace(/[^a-z0-9]/gi, '') + Date.now();
    await page.goto(`${server}/lab/workspaces/${workspace}/tree/${file}`);
    const notebook = new NotebookPage(page, screenshots);
    await notebook.panel.locator('.jp-Cell').first().waitFor();
    await notebook.until(async () => {
      // the indicator says "idle" before there is a kernel
      const sessions = await (await page.request.get(`${server}/api/sessions`)).json();
      const session = sessions.find((one) => one.path === file);
      return session && session.kernel.connections > 0 && session.kernel.execution_state === 'idle';
    }, `${file} gets no kernel`);
    await page.waitForTimeout(500);
    await notebook.untilIdle();
    return notebook;
  }

  codeCell(index) {
    return this.panel.locator('.jp-CodeCell').nth(index);
  }

  async edit(index) {
    const editor = this.codeCell(index).locator('.cm-content');
    await this.until(async () => {
      // while JupyterLab arranges itself it takes the focus away
      await editor.click();
      await this.page.waitForTimeout(50);
      return editor.evaluate((element) => element === document.activeElement);
    }, `cell ${index} does not get the focus`);
  }

  /** Starts a cell without waiting for its end. */
  async start(index) {
    await this.edit(index);
    await this.page.keyboard.press('Control+Enter');
  }

  /** Runs a cell to its end; its number must change by that. */
  async run(index) {
    const before = await this.prompt(index);
    await this.start(index);
    await this.until(async () => {
      const now = await this.prompt(index);
      return now !== before && /\d/.test(now);
    }, `cell ${index} does not end`);
    await this.untilIdle();
    return this.output(index);
  }

  async runAll() {
    await this.menu('Run', 'Run All Cells');
    const cells = await this.panel.locator('.jp-CodeCell').count();
    const error = this.panel.locator(
      '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]',
    );
    await this.until(async () => {
      if (await error.count()) {
        await this.screenshot('failure');
        throw new Error('a cell fails: ' + (await error.first().textContent()));
      }
      return /\d/.test(await this.prompt(cells - 1));
    }, 'the last cell does not end');
    await this.untilIdle();
  }

  async prompt(index) {
    return this.codeCell(index).locator('.jp-InputPrompt').first().textContent();
  }

  async output(index) {
    return (await this.codeCell(index).locator('.jp-OutputArea-output').allTextContents()).join('');
  }

  async outputContains(index, text) {
    await this.until(
      async () => (await this.output(index)).includes(text),
      `cell ${index} does not show ${JSON.stringify(text)}`,
      async () => this.output(index),
    );
  }

  async menu(name, command) {
    await this.page.locator('.lm-MenuBar-itemLabel', { hasText: new RegExp(`^${name}$`) }).click();
    await this.page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${command}$`) }).click();
  }

  async save() {
    await this.menu('File', 'Save Notebook');
    await this.until(
      async () => !(await this.page.locator('.lm-mod-current.jp-mod-dirty').count()),
      'the notebook is not saved',
    );
  }

  async restart() {
    await this.menu('Kernel', 'Restart Kernel…');
    await this.page.locator('.jp-Dialog button.jp-mod-accept').click();
    await this.page.locator('.jp-Dialog').waitFor({ state: 'detached' });
    await this.page.waitForTimeout(300);
    await this.untilIdle();
  }

  async interrupt() {
    await this.menu('Kernel', 'Interrupt Kernel');
  }

  /** Idle, and for longer than the moment between two cells. */
  async untilIdle() {
    const state = this.panel.locator('.jp-Notebook-ExecutionIndicator');
    await this.until(
      async () => {
        for (let i = 0; i < 3; i++) {
          if ((await state.getAttribute('data-status')) !== 'idle') {
            return false;
          }
          await this.page.waitForTimeout(50);
        }
        return true;
      },
      'the kernel does not become idle',
      async () => state.getAttribute('data-status'),
    );
  }

  async until(condition, complaint, details) {
    const end = Date.now() + PATIENCE;
    while (!(await condition())) {
      if (Date.now() > end) {
        await this.screenshot('failure');
        throw new Error(complaint + (details ? ': ' + (await details()) : ''));
      }
      await this.page.waitForTimeout(100);
    }
  }

  async screenshot(name) {
    await this.page.screenshot({ path: `${this.screenshots}/${name}.png` });
  }
}
