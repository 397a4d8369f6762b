import { describe, expect, it, vi } from 'vitest';
import { sha256, type FileRef } from '../../../catalog/feed/checked-file.ts';
import type { KeyStatement } from '../../../catalog/feed/key-chain.ts';
import type { Manifest } from '../../../catalog/feed/manifest.ts';
import { readPublicKey } from '../../../catalog/feed/signature.ts';
import { noCounterpart, suite } from '../../builders/conformance-suite.ts';
import { daysAgo } from '../../builders/dates.ts';
import { makeKey, makeStatement, signManifest, type TestFeed } from '../../builders/feed.ts';
import { feedExtension, kitchen, url } from '../../builders/feed-extension.ts';
import { bytesOf, encode, messageOf, textOf } from '../../builders/signed-feed.ts';
import { tool } from '../../builders/tool.ts';

const { web, extension, following } = feedExtension();
const [key, newKey, thief] = await Promise.all([makeKey(), makeKey(), makeKey()]);

// Enough tools for four index files; only tool-7 has other votes.
const tools = (votes: string) =>
  Array.from({ length: 60 }, (_, at) => tool(`tool-${at}`, at === 7 ? votes : 'sss'));
const version = (
  number: number,
  votes: string,
  by = key,
  mend: (manifest: Manifest) => unknown = (same) => same,
) => kitchen(number, tools(votes), by, { mend });

/** A device that follows the feed, whose first version is 5. */
async function device(first?: TestFeed) {
  const own = await extension();
  await following(own, first ?? (await version(5, 'ssk')));
  const state = async () => {
    const [{ lastError, highestSeen, trustedKey } = {} as never] = await own.readSubscriptions();
    const { activeCatalog } = await import('../../../browser/catalog-db/database.ts');
    const active = (await activeCatalog())?.layers.find(({ feed }) => feed === 'kitchen');
    const entry = await (await own.openCatalog()).entry('tool-7');
    const votes = entry?.tool.review?.votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('');
    return {
      ...{ active: active?.version, manifest: active?.manifest, votes, highestSeen, trustedKey },
      outcome: lastError?.code ?? 'accepted',
    };
  };
  return {
    own,
    state,
    /** What becomes of the device once its host shows these files. */
    async refresh({ files }: Pick<TestFeed, 'files'>, ...statements: object[]) {
      web.files = new Map(files);
      if (statements.length) web.files.set('keys.json', bytesOf(statements));
      web.requests = [];
      await own.refreshFeeds();
      return state();
    },
  };
}

const unchanged = { active: 5, votes: 'ssk' };
const updated = { active: 6, votes: 'kkk', outcome: 'accepted' };

/** The reference to a bucket of a version, by the index file that names it. */
function buckets({ files, manifest }: TestFeed): { path: string; ref: FileRef }[] {
  return manifest.index
    .flatMap(({ sha256 }) => JSON.parse(textOf(files.get(pathOf(sha256)))) as (FileRef | null)[])
    .flatMap((ref) => (ref ? [{ path: pathOf(ref.sha256), ref }] : []));
}

const pathOf = (hash: string) => `files/${hash.slice(0, 2)}/${hash}.json`;

/** The one bucket and the one index file that a version has and the other has not. */
function difference(next: TestFeed, before: TestFeed) {
  const has = (path: string) => before.files.has(path);
  const index = next.manifest.index.map(({ sha256 }) => pathOf(sha256)).filter((path) => !has(path));
  const bucket = buckets(next)
    .map(({ path }) => path)
    .filter((path) => !has(path));
  expect([index.length, bucket.length]).toEqual([1, 1]);
  return { index: index[0]!, bucket: bucket[0]! };
}

/** A version with one file changed, or taken away. */
function withFile(
  { files }: TestFeed,
  path: string,
  bytes?: Uint8Array<ArrayBuffer>,
): Pick<TestFeed, 'files'> {
  const changed = new Map(files);
  if (bytes) changed.set(path, bytes);
  else changed.delete(path);
  return { files: changed };
}

const scenarios: Record<string, () => Promise<void>> = {
  async test_basic_refresh_requests() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const { index, bucket } = difference(next, await version(5, 'ssk'));
    await refresh(next);
    expect(web.requests).toEqual(['manifest.json', 'manifest.sig', 'keys.json', index, bucket]);
    await refresh(next);
    expect(web.requests).toEqual(['manifest.json', 'manifest.sig']);
  },
  async test_basic_refresh_trusted_data() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const hash = await sha256(next.files.get('manifest.json')!);
    expect(await refresh(next)).toEqual({
      ...{ ...updated, manifest: hash, trustedKey: key.text, highestSeen: { version: 6, sha256: hash } },
    });
  },
  async test_implicit_refresh() {
    const { refresh } = await device();
    await refresh(await version(6, 'kkk'));
    const isFile = (path: string) => path.startsWith('files/');
    expect(web.requests.findIndex(isFile)).toBeGreaterThan(web.requests.indexOf('manifest.sig'));
    await refresh(await version(7, 'sss', thief));
    expect(web.requests.filter(isFile)).toEqual([]);
  },
  async test_invalid_initial_root() {
    const neutral = 'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
    for (const none of ['', 'x', neutral, key.text.slice(1), `${key.text}=`]) {
      expect(await messageOf(() => readPublicKey(none, 'key.pub'))).toMatch(/^key\.pub is not a/);
      const own = await extension();
      web.files = (await version(5, 'ssk')).files;
      await own.changeSubscriptions(() => [
        own.subscriptionTo({ feed: 'kitchen', name: 'Kitchen', url, key: none }),
      ]);
      await own.refreshFeeds();
      expect(web.requests).toEqual([]);
    }
  },
  async test_unsigned_metadata() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const refused = { ...unchanged, outcome: 'bad-signature' };
    expect(await refresh(withFile(next, 'manifest.sig', encode('')))).toMatchObject(refused);
    expect(await refresh(await version(6, 'kkk', thief))).toMatchObject(refused);
    const statement: KeyStatement = { ...(await makeStatement('kitchen', key, thief)), signature: '' };
    expect(await refresh(await version(6, 'kkk', thief), statement)).toMatchObject({
      ...refused,
      trustedKey: key.text,
    });
  },
  async test_url_and_metadata_version_mismatch() {
    const { refresh } = await device();
    const [next, before] = [await version(6, 'kkk'), await version(5, 'ssk')];
    const { bucket } = difference(next, before);
    const other = before.files.get(buckets(before)[0]!.path)!;
    expect(await refresh(withFile(next, bucket, other))).toMatchObject({
      ...unchanged,
      outcome: 'hash-mismatch',
    });
  },
  async test_timestamp_content_changes() {
    const { refresh } = await device();
    expect(await refresh(await version(5, 'kkk'))).toMatchObject({
      ...unchanged,
      outcome: 'version-conflict',
    });
    expect(web.requests.some((path) => path.startsWith('files/'))).toBe(false);
  },
  async test_basic_metadata_hash_support() {
    const { refresh } = await device();
    expect(await refresh(await version(6, 'kkk'))).toMatchObject(updated);
  },
  async test_targets_hash_mismatch() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const { bucket } = difference(next, await version(5, 'ssk'));
    const changed = encode(textOf(next.files.get(bucket)).replace('Someone', 'Somebod'));
    expect(await refresh(withFile(next, bucket, changed))).toMatchObject({
      ...unchanged,
      outcome: 'hash-mismatch',
    });
  },
  async test_snapshot_hash_mismatch() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const { index } = difference(next, await version(5, 'ssk'));
    const changed = encode(textOf(next.files.get(index)).replace(/"sha256":"./, '"sha256":"-'));
    expect(await refresh(withFile(next, index, changed))).toMatchObject({
      ...{ ...unchanged, outcome: 'hash-mismatch' },
      highestSeen: { version: 6 },
    });
  },
  async test_metadata_bytes_match() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const bytes = encode(`${textOf(next.files.get('manifest.json'))}\n \n`);
    await signManifest(next.files, bytes, key);
    const hash = await sha256(bytes);
    expect(await refresh(next)).toMatchObject({ ...updated, manifest: hash, highestSeen: { sha256: hash } });
  },
  async test_custom_fields() {
    const { refresh } = await device();
    const more = (manifest: Manifest) => ({
      ...{ ...manifest, 'custom-field': 'value' },
      tables: { ...manifest.tables, 'another-field': { a: 1 } },
    });
    expect(await refresh(await version(6, 'kkk', key, more))).toMatchObject(updated);
  },
  async test_deprecated_keyid_hash_algorithms() {
    const { refresh } = await device();
    const statement = { ...(await makeStatement('kitchen', key, newKey)), keyid_hash_algorithms: 'md5' };
    expect(await refresh(await version(6, 'kkk', newKey), statement)).toMatchObject({
      ...updated,
      trustedKey: newKey.text,
    });
  },
  async test_snapshot_404() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const { index } = difference(next, await version(5, 'ssk'));
    expect(await refresh(withFile(next, index))).toMatchObject({
      ...{ ...unchanged, outcome: 'not-found' },
      highestSeen: { version: 6 },
    });
    expect(await refresh(next)).toMatchObject(updated);
  },
  async test_targets_404() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    const { bucket } = difference(next, await version(5, 'ssk'));
    expect(await refresh(withFile(next, bucket))).toMatchObject({ ...unchanged, outcome: 'not-found' });
    expect(await refresh(next)).toMatchObject(updated);
  },
  async test_timestamp_404() {
    const { refresh } = await device();
    expect(await refresh({ files: new Map() })).toMatchObject({ ...unchanged, outcome: 'not-found' });
  },
  async test_incorrect_metadata_type() {
    const { refresh } = await device();
    const before = await version(5, 'ssk');
    const refused = { ...unchanged, outcome: 'malformed' };
    // What the right key signed, but not as a manifest.
    const statement = { ...(await makeStatement('kitchen', key, newKey)), date: daysAgo(2) };
    const files = new Map((await version(6, 'kkk')).files);
    await signManifest(files, bytesOf([statement]), key);
    expect(await refresh({ files })).toMatchObject(refused);
    // Files of the right hash, which are stored already and which the next version does not need, but of another kind.
    const old = difference(before, await version(6, 'kkk'));
    const bucket = buckets(before).find(({ path }) => path === old.bucket)!.ref;
    const index = before.manifest.index.find(({ sha256 }) => pathOf(sha256) === old.index)!;
    const asTables = (tables: FileRef) => (all: Manifest) => ({ ...all, tables });
    const asIndex = (all: Manifest) => ({ ...all, index: [bucket, ...all.index.slice(1)] });
    for (const [at, mend] of [asTables(bucket), asTables(index), asIndex].entries()) {
      const next = await version(7 + at, 'kkk', key, mend);
      expect(await refresh({ files: new Map([...before.files, ...next.files]) })).toMatchObject(refused);
    }
  },
  async test_faketime() {
    const { own, refresh } = await device();
    const expires = `${daysAgo(-7)}T00:00:00Z`;
    const next = await kitchen(6, tools('kkk'), key, { expires });
    vi.setSystemTime(Date.parse(expires));
    expect(await refresh(next)).toMatchObject({ ...unchanged, outcome: 'expired' });
    vi.setSystemTime(Date.parse(expires) - 1);
    await own.refreshFeeds();
    expect(await refresh(next)).toMatchObject(updated);
  },
  async test_root_expired() {
    const { refresh } = await device();
    const statement = await makeStatement('kitchen', key, newKey, { date: daysAgo(30), expires: daysAgo(0) });
    expect(await refresh(await version(6, 'kkk', newKey), statement)).toMatchObject({
      ...unchanged,
      ...{ outcome: 'bad-signature', trustedKey: key.text },
    });
  },
  async test_timestamp_expired() {
    const { refresh } = await device();
    const next = await kitchen(6, tools('kkk'), key, { expires: `${daysAgo(0)}T00:00:00Z` });
    expect(await refresh(next)).toMatchObject({ ...unchanged, outcome: 'expired' });
  },
  async test_expired_local_root() {
    const { refresh } = await device();
    const statement = await makeStatement('kitchen', key, newKey, { date: daysAgo(2), expires: daysAgo(-1) });
    expect(await refresh(await version(6, 'kkk', newKey), statement)).toMatchObject(updated);
    vi.setSystemTime(Date.parse(daysAgo(-30)));
    expect(await refresh(await version(7, 'ssk', newKey), statement)).toMatchObject({
      active: 7,
      votes: 'ssk',
    });
  },
  async test_expired_local_timestamp() {
    const { refresh } = await device(
      await kitchen(5, tools('ssk'), key, { expires: `${daysAgo(-1)}T00:00:00Z` }),
    );
    vi.setSystemTime(Date.parse(daysAgo(-2)));
    expect(await refresh(await version(6, 'kkk'))).toMatchObject(updated);
  },
  async test_client_downloads_expected_file() {
    const { own, refresh } = await device();
    await refresh(await version(6, 'kkk'));
    const entry = await (await own.openCatalog()).entry('tool-7');
    expect(entry?.tool).toEqual({ ...tools('kkk')[7], from: 'Kitchen' });
  },
  async test_client_downloads_expected_file_in_sub_dir() {
    const { refresh } = await device();
    await refresh(await version(6, 'kkk'));
    const files = web.requests.filter((path) => path.startsWith('files/'));
    expect(files).toHaveLength(2);
    for (const path of files) expect(path).toMatch(/^files\/(..)\/\1[0-9a-f]{62}\.json$/);
  },
  async test_repository_substitutes_target_file() {
    const { refresh } = await device();
    const [next, before] = [await version(6, 'kkk'), await version(5, 'ssk')];
    const { bucket } = difference(next, before);
    const stored = buckets(before).find(({ path }) => next.files.has(path))!.path;
    const malicious = encode('[{"id":"malicious"}]\n');
    // What is stored is not fetched again; what is not is refused.
    expect(
      await refresh({ files: new Map(next.files).set(stored, malicious).set(bucket, malicious) }),
    ).toMatchObject({ ...unchanged, outcome: 'hash-mismatch' });
    expect(await refresh(withFile(next, stored, malicious))).toMatchObject(updated);
  },
  async test_multiple_changes_to_target() {
    const { refresh } = await device();
    let before = await version(5, 'ssk');
    for (let number = 6; number < 16; number += 1) {
      const next = await version(number, number % 2 ? 'ssk' : 'kkk');
      const { bucket } = difference(next, before);
      const votes = number % 2 ? 'kkk' : 'ssk';
      const malicious = encode(textOf(next.files.get(bucket)).replaceAll('"skip"', '"ship"'));
      expect(await refresh(withFile(next, bucket, malicious))).toMatchObject({ active: number - 1, votes });
      expect(await refresh(next)).toMatchObject({ active: number, outcome: 'accepted' });
      before = next;
    }
  },
  async test_download_with_hash_algorithms() {
    const { refresh } = await device();
    const next = await version(6, 'kkk');
    expect(next.manifest.tables.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await refresh(next)).toMatchObject(updated);
  },
  async test_download_with_unknown_hash_algorithm() {
    const { refresh } = await device();
    const unknown = ({ tables: { sha256, length }, ...all }: Manifest) => ({
      ...all,
      tables: { 'unknown-hash': sha256, length },
    });
    expect(await refresh(await version(6, 'kkk', key, unknown))).toMatchObject({
      ...unchanged,
      outcome: 'malformed',
    });
    const sha512 = (all: Manifest) => ({
      ...all,
      tables: { ...all.tables, sha256: all.tables.sha256.repeat(2) },
    });
    expect(await refresh(await version(6, 'kkk', key, sha512))).toMatchObject({
      ...unchanged,
      outcome: 'malformed',
    });
  },
  async test_artifact_cache() {
    const { refresh } = await device();
    await refresh(await version(6, 'kkk'));
    expect(new Set(web.requests).size).toBe(web.requests.length);
    const { index, bucket } = difference(await version(7, 'ksk'), await version(6, 'kkk'));
    await refresh(await version(7, 'ksk'));
    expect(web.requests.filter((path) => path.startsWith('files/'))).toEqual([index, bucket]);
  },
  async test_keytype_and_scheme() {
    const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
    const { publicKey } = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
    const raw = Buffer.from(await crypto.subtle.exportKey('raw', publicKey));
    for (const text of [raw.toString('base64'), raw.toString('hex'), '-----BEGIN PUBLIC KEY-----'])
      expect(await messageOf(() => readPublicKey(text, 'key.pub'))).toMatch(/^key\.pub is not a/);
    expect(await messageOf(() => readPublicKey(key.text, 'key.pub'))).toBe('accepted');
    const { refresh } = await device();
    const bad = withFile(await version(6, 'kkk'), 'manifest.sig', encode(`${await key.sign(encode('x'))}\n`));
    expect(await refresh(bad)).toMatchObject({ ...unchanged, outcome: 'bad-signature' });
    expect(await refresh(await version(6, 'kkk'))).toMatchObject(updated);
  },
  async test_invalid_sig_in_valid_metadata() {
    const { refresh } = await device();
    const valid = await makeStatement('kitchen', key, newKey);
    const invalid = { ...(await makeStatement('kitchen', thief, newKey)), from: key.text, to: thief.text };
    expect(await refresh(await version(6, 'kkk', newKey), invalid, valid)).toMatchObject({
      ...updated,
      trustedKey: newKey.text,
    });
  },
  async test_new_timestamp_version_rollback() {
    const { refresh } = await device();
    await refresh(await version(6, 'kkk'));
    expect(await refresh(await version(5, 'ssk'))).toMatchObject({
      active: 6,
      votes: 'kkk',
      outcome: 'rollback',
    });
  },
  async test_snapshot_rollback() {
    const { refresh } = await device();
    const [next, before] = [await version(6, 'kkk'), await version(5, 'ssk')];
    const { index } = difference(next, before);
    const old = before.files.get(difference(before, next).index)!;
    expect(await refresh(withFile(next, index, old))).toMatchObject({
      ...unchanged,
      outcome: 'hash-mismatch',
    });
  },
  async test_targets_rollback() {
    const { refresh } = await device();
    const [next, before] = [await version(6, 'kkk'), await version(5, 'ssk')];
    const { bucket } = difference(next, before);
    const old = before.files.get(difference(before, next).bucket)!;
    expect(await refresh(withFile(next, bucket, old))).toMatchObject({
      ...unchanged,
      outcome: 'hash-mismatch',
    });
  },
  async test_targets_role_removal() {
    const { own, state, refresh } = await device();
    const none = await kitchen(6, [], key);
    expect(await refresh(none)).toMatchObject({ ...unchanged, outcome: 'empty' });
    // Most tools gone: held back until the person accepts just that version.
    const few = await kitchen(7, tools('kkk').slice(0, 20), key);
    expect(await refresh(few)).toMatchObject({ ...unchanged, outcome: 'held-back' });
    expect(web.requests.some((path) => path.startsWith('files/'))).toBe(false);
    await own.changeSubscription('kitchen', { acceptedDrop: 'ab'.repeat(32) });
    expect(await refresh(few)).toMatchObject({ ...unchanged, outcome: 'held-back' });
    const { highestSeen } = await state();
    await own.changeSubscription('kitchen', { acceptedDrop: highestSeen.sha256! });
    expect(await refresh(few)).toMatchObject({ active: 7, votes: 'kkk', outcome: 'accepted' });
    // As many tools, but most of them others.
    const others = Array.from({ length: 11 }, (_, at) => tool(`other-${at}`, 'sss'));
    const replaced = await kitchen(8, [...tools('ssk').slice(0, 9), ...others], key);
    expect(await refresh(replaced)).toMatchObject({ active: 7, votes: 'kkk', outcome: 'held-back' });
    const { highestSeen: later } = await state();
    await own.changeSubscription('kitchen', { acceptedDrop: later.sha256! });
    expect(await refresh(replaced)).toMatchObject({ active: 8, votes: 'ssk', outcome: 'accepted' });
  },
  async test_targets_fast_forward_recovery() {
    const { refresh } = await device(await version(Number.MAX_SAFE_INTEGER, 'ssk'));
    const highest = await version(Number.MAX_SAFE_INTEGER, 'ssk');
    expect(await refresh(await version(8, 'kkk'))).toMatchObject({ outcome: 'rollback', votes: 'ssk' });
    expect(await refresh(await version(8, 'kkk', key, again(1)))).toMatchObject({ active: 8, votes: 'kkk' });
    expect(await refresh(highest)).toMatchObject({ active: 8, votes: 'kkk', outcome: 'rollback' });
    expect(await refresh(await version(9, 'ksk', key, again(1)))).toMatchObject({ active: 9, votes: 'ksk' });
    // The same statement does not lower the version a second time.
    expect(await refresh(await version(8, 'kkk', key, again(1)))).toMatchObject({
      active: 9,
      outcome: 'rollback',
    });
  },
  async test_new_snapshot_fast_forward_recovery() {
    // A thief of the key used up the numbers; its replacement starts them again.
    const { refresh } = await device(await version(Number.MAX_SAFE_INTEGER, 'ssk'));
    const statement = await makeStatement('kitchen', key, newKey);
    expect(await refresh(await version(8, 'kkk', newKey, again(1)), statement)).toMatchObject({
      ...{ active: 8, votes: 'kkk', outcome: 'accepted', trustedKey: newKey.text },
    });
    const stolen = await version(Number.MAX_SAFE_INTEGER, 'ssk', key, again(2));
    expect(await refresh(stolen, statement)).toMatchObject({ active: 8, outcome: 'bad-signature' });
  },
  async test_new_timestamp_fast_forward_recovery() {
    // The thief used up the restarts as well: a new key counts them anew.
    const most = Number.MAX_SAFE_INTEGER;
    const { refresh } = await device(await version(most, 'ssk', key, again(most, most)));
    expect(await refresh(await version(8, 'kkk', key, again(2)))).toMatchObject({
      outcome: 'rollback',
      votes: 'ssk',
    });
    const statement = await makeStatement('kitchen', key, newKey);
    expect(await refresh(await version(8, 'kkk', newKey, again(1)), statement)).toMatchObject({
      ...{ active: 8, votes: 'kkk', outcome: 'accepted', highestSeen: { version: 8, restart: 1 } },
    });
  },
  async test_cached_role_is_verified_against_current_delegator() {
    const { refresh } = await device();
    // A stored bucket, named by its right hash in a place that is not its own.
    const next = await version(6, 'kkk');
    const { index } = difference(next, await version(5, 'ssk'));
    const refs = JSON.parse(textOf(next.files.get(index))) as (FileRef | null)[];
    const moved = encode(`${JSON.stringify([...refs.slice(1), refs[0]])}\n`);
    const ref = { sha256: await sha256(moved), length: moved.length };
    const file = next.manifest.index.findIndex(({ sha256 }) => pathOf(sha256) === index);
    const named = await version(6, 'kkk', key, (all) => ({ ...all, index: all.index.with(file, ref) }));
    expect(await refresh(withFile(named, pathOf(ref.sha256), moved))).toMatchObject({
      ...unchanged,
      outcome: 'inconsistent',
    });
  },
  async test_delegation_not_in_snapshot() {
    const { own, refresh } = await device();
    const next = await version(6, 'kkk');
    const stray = encode(`${JSON.stringify([tool('stray', 'sss')])}\n`);
    await refresh(withFile(next, pathOf(await sha256(stray)), stray));
    expect(web.requests).not.toContain(pathOf(await sha256(stray)));
    expect(await (await own.openCatalog()).entry('stray')).toBeUndefined();
  },
  async test_root_rotation() {
    const rotated = await makeStatement('kitchen', key, newKey);
    const { refresh } = await device();
    const next = await version(6, 'kkk', newKey);
    // Not signed with the old key, or not with the new one.
    const stranger = { ...rotated, signature: await thief.sign(encode('x')) };
    const alone = { ...rotated, confirmation: undefined };
    for (const statement of [stranger, alone, { ...rotated, confirmation: rotated.signature }])
      expect(await refresh(next, statement)).toMatchObject({
        ...unchanged,
        ...{ outcome: 'bad-signature', trustedKey: key.text },
      });
    expect(await refresh(next, rotated)).toMatchObject({ ...updated, trustedKey: newKey.text });
    // From then on the old key signs nothing, and no statement leads back to it.
    const back = await makeStatement('kitchen', newKey, key);
    for (const statements of [
      [],
      [rotated],
      [back],
      [rotated, back],
      [await makeStatement('kitchen', key, thief)],
    ])
      expect(await refresh(await version(7, 'sss', key), ...statements)).toMatchObject({
        ...{ active: 6, votes: 'kkk', outcome: 'bad-signature', trustedKey: newKey.text },
      });
  },
  async test_non_root_rotations() {
    const rotated = await makeStatement('kitchen', key, newKey);
    const { refresh } = await device();
    // The statement is seen beside a version that the old key signed, which is refused already.
    expect(await refresh(await version(6, 'kkk', key), rotated)).toMatchObject({
      ...unchanged,
      ...{ outcome: 'bad-signature', trustedKey: newKey.text },
    });
    expect(await refresh(await version(6, 'kkk', key))).toMatchObject({
      ...unchanged,
      outcome: 'bad-signature',
    });
    expect(await refresh(await version(6, 'kkk', newKey))).toMatchObject(updated);
  },
};

function again(number: number, at = 8) {
  return (manifest: Manifest) => ({ ...manifest, restart: { number, version: at, date: daysAgo(1) } });
}

describe('the conformance suite of The Update Framework', () => {
  it.each(Object.keys(scenarios))('%s', (name) => scenarios[name]!());
  it('has each of its tests here once, or the reason why not', () => {
    const elsewhere = ['test_static_repository'];
    const names = [...Object.keys(scenarios), ...Object.keys(noCounterpart), ...elsewhere];
    expect(names.sort()).toEqual([...suite].sort());
    expect(suite).toHaveLength(53);
  });
});
