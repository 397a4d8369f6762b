// Loaded with `node --import`: ends this process as a power cut would, before the nth file or program that it writes, moves,
// deletes or starts (HULLMARK_KILL_AT), or says at the end how many there were (HULLMARK_COUNT, a file).
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Table = Record<string, (...args: unknown[]) => unknown>;

const { HULLMARK_KILL_AT: killAt, HULLMARK_COUNT: countFile } = process.env;
let count = 0;

function counting(table: object, names: readonly string[]): void {
  const functions = table as Table;
  for (const name of names) {
    const real = functions[name]!;
    functions[name] = (...args) => {
      count += 1;
      if (count === Number(killAt)) process.kill(process.pid, 'SIGKILL');
      return real(...args);
    };
  }
}

const { writeFileSync } = fs;
counting(fs, [
  'writeFileSync',
  'renameSync',
  'rmSync',
  'copyFileSync',
  'cpSync',
  'mkdirSync',
  'createWriteStream',
]);
counting(childProcess, ['spawnSync']);
syncBuiltinESMExports();
if (countFile) process.on('exit', () => writeFileSync(countFile, String(count)));
