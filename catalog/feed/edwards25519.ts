/** A point of edwards25519 in extended coordinates: x = X/Z, y = Y/Z, T = XY/Z (RFC 8032, 5.1.4). */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

/** Why 32 bytes cannot stand for a key or for the R of a signature, in words. */
export type PointFault =
  'not canonical' | 'of small order' | 'not a point of the curve' | 'outside the group of prime order';

const p = 2n ** 255n - 19n;
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;
const topBit = 2n ** 255n;

// y of the eight points whose order divides 8: orders 1, 2, 4 and, for ±y8, 8; x of either sign belongs to each.
const y8 = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const smallOrderY = new Set([1n, p - 1n, 0n, y8, p - y8]);

const mod = (number: bigint): bigint => ((number % p) + p) % p;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

const d = mod(-121665n * power(121666n, p - 2n));
const rootOfMinusOne = power(2n, (p - 1n) / 4n);

/** The number that bytes spell, the least significant first. */
function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => number * 256n + BigInt(byte), 0n);
}

/** Whether the second half of a signature is below the group's order, so that it has a single spelling (RFC 8032, 5.1.7). */
export function isScalar(bytes: Uint8Array): boolean {
  return littleEndian(bytes) < groupOrder;
}

/** What is wrong with a point, as far as its spelling shows; costs next to nothing. */
export function spellingFault(bytes: Uint8Array): PointFault | undefined {
  const y = littleEndian(bytes) % topBit;
  if (y >= p) return 'not canonical';
  return smallOrderY.has(y) ? 'of small order' : undefined;
}

/** What is wrong with a point at all; costs some milliseconds. Only points of prime order are free of faults. */
export function pointFault(bytes: Uint8Array): PointFault | undefined {
  const fault = spellingFault(bytes);
  if (fault) return fault;
  const point = pointOf(littleEndian(bytes));
  if (!point) return 'not a point of the curve';
  return isNeutral(times(groupOrder, point)) ? undefined : 'outside the group of prime order';
}

// RFC 8032, 5.1.3. A zero x has small order, so that its sign needs no look.
function pointOf(spelled: bigint): Point | undefined {
  const y = spelled % topBit;
  const [u, v] = [mod(y * y - 1n), mod(d * y * y + 1n)];
  const candidate = mod(u * v ** 3n * power(mod(u * v ** 7n), (p - 5n) / 8n));
  const root = mod(v * candidate * candidate - u) === 0n ? candidate : mod(candidate * rootOfMinusOne);
  if (mod(v * root * root - u) !== 0n) return undefined;
  const x = (root & 1n) === spelled / topBit ? root : p - root;
  return [x, y, 1n, mod(x * y)];
}

// RFC 8032, 5.1.4: the one formula adds any two points, also a point to itself.
function sum([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const [a, b] = [(y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2)];
  const [c, e] = [2n * d * t1 * t2, 2n * z1 * z2];
  const [f, g, h, i] = [mod(b - a), mod(e - c), mod(e + c), mod(b + a)];
  return [mod(f * g), mod(h * i), mod(g * h), mod(f * i)];
}

function times(factor: bigint, point: Point): Point {
  let [result, double]: [Point, Point] = [[0n, 1n, 1n, 0n], point];
  for (let rest = factor; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = sum(result, double);
    double = sum(double, double);
  }
  return result;
}

function isNeutral([x, y, z]: Point): boolean {
  return x === 0n && y === z;
}
