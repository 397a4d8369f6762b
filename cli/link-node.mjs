// Runs after `npm ci`: npm 9 and 10 do not link `node` where four optional packages offer it (seen 2026-11), npm 11 does.
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';

const { platform, arch } = process;
const bin = 'node_modules/.bin/node';
const program =
  platform === 'win32' ? `../node-win-${arch}/bin/node.exe` : `../node-${platform}-${arch}/bin/node`;

if (!existsSync(bin) && existsSync(`node_modules/.bin/${program}`)) {
  if (platform === 'win32') writeFileSync(`${bin}.cmd`, `@"%~dp0${program.replaceAll('/', '\\')}" %*\r\n`);
  else symlinkSync(program, bin);
}
