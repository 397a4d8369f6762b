// Prints `N passed, N failed` from the two reports: `node cli/check/count.mjs <exit code of test> <of check>`.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

const [testCode = 1, checkCode = 1] = process.argv.slice(2).map(Number);

const counts = [
  counted('.output/test-report.json', testCode, countTests),
  counted('.output/check-report.json', checkCode, countChecks),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** @template Report @param {string} file @param {number} code @param {(report: Report) => Count} read @returns {Count} */
function counted(file, code, read) {
  try {
    const count = read(JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')));
    // A run can fail beside its tests, by an unhandled error for one; a run of no test has failed too.
    const failedBeside = count.failed === 0 && (code !== 0 || count.passed === 0);
    return failedBeside ? { ...count, failed: 1 } : count;
  } catch {
    console.log(`${file} is missing or cannot be read.`);
    return { passed: 0, failed: 1 };
  }
}

/** @param {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} report */
function countTests({ numPassedTests, numFailedTests, testResults }) {
  return { passed: numPassedTests, failed: numFailedTests + testResults.filter(brokeBeforeItsTests).length };
}

/** @param {Count} report */
function countChecks({ passed, failed }) {
  return { passed: Number(passed), failed: Number(failed) };
}

/** @param {TestFile} file */
function brokeBeforeItsTests({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}
