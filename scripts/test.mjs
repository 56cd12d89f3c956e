import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, generate, install, root, tool } from './house.mjs';

process.chdir(root);
await install();
await generate();
await build();

const folder = mkdtempSync(join(tmpdir(), 'parley-report-'));

/** The counts of a runner's report; a runner that failed without one counts as a failure. */
function count(path, code, read) {
  const report = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 };
  return code !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report;
}

const unit = join(folder, 'vitest.json');
const unitCode = await tool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]);
const browser = join(folder, 'playwright.json');
const browserCode = await tool('playwright', ['test', '--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browser } });

const reports = [
  // A file that does not even load has no tests to count.
  count(unit, unitCode, ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  })),
  count(browser, browserCode, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected })),
];
rmSync(folder, { recursive: true, force: true });

const total = (name) => reports.reduce((sum, report) => sum + report[name], 0);
process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`);
process.exitCode = total('failed') === 0 ? 0 : 1;
