// `node cli/check/count.mjs <exit code of test> <of check>` prints `N passed, N failed` from the two reports.
import { readFileSync } from 'node:fs';

/** @typedef {{ status: string, fullName: string, failureMessages: string[] }} Test */
/** @typedef {{ status: string, assertionResults: Test[] }} TestFile */
/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {Count & { numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} Report of either run */

const [testCode = 1, checkCode = 1] = process.argv.slice(2).map(Number);
const tests = counted('test', testCode, ({ numPassedTests, numFailedTests, testResults }) => {
  testResults.flatMap(({ assertionResults }) => assertionResults).forEach(nameRetried);
  return { passed: numPassedTests, failed: numFailedTests + testResults.filter(brokeBeforeItsTests).length };
});
const checks = counted('check', checkCode, (report) => report);
const failed = tests.failed + checks.failed;
console.log(`${tests.passed + checks.passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** @param {string} name @param {number} code @param {(report: Report) => Count} read */
function counted(name, code, read) {
  try {
    const file = new URL(`../../.output/${name}-report.json`, import.meta.url);
    const { passed, failed } = read(JSON.parse(readFileSync(file, 'utf8')));
    // A run can fail beside its tests, by an unhandled error for one; a run of no test has failed too.
    return { passed, failed: failed || (code !== 0 || passed === 0 ? 1 : 0) };
  } catch {
    console.log(`The report of npm run ${name} is missing or cannot be read.`);
    return { passed: 0, failed: 1 };
  }
}

/** @param {TestFile} file */
function brokeBeforeItsTests({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

/** @param {Test} test */
function nameRetried({ status, fullName, failureMessages: [first] }) {
  if (status === 'passed' && first)
    console.log(`Passed only on another try: ${fullName} (${first.split('\n')[0]})`);
}
