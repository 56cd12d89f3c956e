import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, generate, install, root, tool } from './house.mjs';

process.chdir(root);
await install();
await generate();
await build();

const folder = mkdtempSync(join(tmpdir(), 'parley-report-'));
// every mail, push and calendar of the run, read whole at its end
const outgoing = join(folder, 'outgoing');
mkdirSync(outgoing);
process.env.PARLEY_OUTGOING = outgoing;

/** What a runner reported; one that failed without saying in what counts as one failure. */
function reportOf(path, code, what, read) {
  const report = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failures: [] };
  return code !== 0 && report.failures.length === 0 ? { ...report, failures: [`${what} ended with ${code}`] } : report;
}

/** Of vitest; a file that does not even load has no tests to count. */
function readUnit({ numPassedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => `${name} › ${test.fullName}`);
    return status === 'failed' && assertionResults.length === 0 ? [name] : failed;
  });
  return { passed: numPassedTests, failures: failures.map((line) => line.replace(`${root}/`, '')) };
}

/** Of Playwright: suites in suites, each with its specs. */
function readBrowser({ stats, suites, errors }) {
  const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];
  const failed = suites.flatMap(specsIn).filter(({ ok }) => !ok);
  const failures = failed.map(({ file, line, title }) => `tests/e2e/${file}:${line} › ${title}`);
  const outside = errors.map(({ message }) => `playwright › ${message?.split('\n', 1)}`);
  return { passed: stats.expected + stats.flaky, failures: [...failures, ...outside] };
}

// One after the other: side by side, on two processors, each waits for the other more than it works, and what a person would wait a
// second for takes twenty.
const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
const unit = join(folder, 'vitest.json');
const browser = join(folder, 'playwright.json');
const unitCode = await tool('vitest', [
  'run',
  `--maxWorkers=${availableParallelism()}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unit}`,
]);
const browserCode = await tool('playwright', ['test', '--reporter=list,json'], {
  env: { ...colour, PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
});

const reports = [reportOf(unit, unitCode, 'vitest', readUnit), reportOf(browser, browserCode, 'playwright', readBrowser)];
const outgoingCode = await tool('tsx', ['scripts/outgoing.ts', outgoing]);
rmSync(folder, { recursive: true, force: true });

const failures = reports.flatMap((report) => report.failures);
if (outgoingCode !== 0) failures.push('scripts/outgoing.ts › what left the house says only what Parley says');
const passed = reports.reduce((sum, report) => sum + report.passed, 0);
if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.map((line) => `  ${line}\n`).join('')}`);
process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
