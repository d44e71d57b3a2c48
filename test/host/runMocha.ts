/**
 * Runs the suites that are defined by now; rejects where a test failed. Each line for the launcher starts with a mark, because
 * the window, the extension host and mocha's reporter (whose format codes a forwarded console does not fill in) print there
 * too; the last one holds the figures.
 */
export function runMocha(mocha: Pick<Mocha, "run">): Promise<void> {
  return new Promise((settle, fail) => {
    const runner = mocha.run((failures) => {
      tell(JSON.stringify({ passed: runner.stats?.passes ?? 0, failed: failures }));
      if (failures > 0) fail(new Error(`${failures} failed`));
      else settle();
    });
    runner.on("suite", (suite) => suite.title && tell(`  ${suite.title}`));
    runner.on("pass", (test) => tell(`    ✔ ${test.title} (${test.duration ?? 0} ms)`));
    runner.on("pending", (test) => tell(`    - ${test.title}`));
    runner.on("fail", (test, error: Error) => tell(`    ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
}

function tell(text: string): void {
  for (const line of text.split("\n")) console.log(`[suites] ${line}`);
}
