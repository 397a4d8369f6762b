/**
 * The tests of the conformance suite of The Update Framework, at its commit eec841c (2026-08-17), without those of its own
 * simulator: https://github.com/theupdateframework/tuf-conformance
 */
export const suite = [
  ...['basic_refresh_requests', 'basic_refresh_trusted_data', 'implicit_refresh', 'invalid_initial_root'],
  ...['unsigned_initial_root', 'unsigned_metadata', 'url_and_metadata_version_mismatch'],
  ...['timestamp_content_changes', 'basic_metadata_hash_support', 'targets_hash_mismatch'],
  ...['snapshot_hash_mismatch', 'metadata_bytes_match', 'custom_fields', 'deprecated_keyid_hash_algorithms'],
  ...['snapshot_404', 'targets_404', 'timestamp_404', 'incorrect_metadata_type', 'faketime', 'root_expired'],
  ...['timestamp_expired', 'snapshot_expired', 'targets_expired', 'expired_local_root'],
  ...[
    'expired_local_timestamp',
    'client_downloads_expected_file',
    'client_downloads_expected_file_in_sub_dir',
  ],
  ...['repository_substitutes_target_file', 'multiple_changes_to_target', 'download_with_hash_algorithms'],
  ...['download_with_unknown_hash_algorithm', 'artifact_cache', 'snapshot_does_not_meet_threshold'],
  ...['snapshot_has_too_few_keys', 'duplicate_keys', 'duplicate_sig_keyids', 'keytype_and_scheme'],
  ...['invalid_sig_in_valid_metadata', 'unusual_role_name', 'new_timestamp_version_rollback'],
  ...['snapshot_rollback', 'targets_role_removal', 'targets_fast_forward_recovery'],
  ...['new_snapshot_fast_forward_recovery', 'new_timestamp_fast_forward_recovery', 'targets_rollback'],
  ...['static_repository', 'graph_traversal', 'targetfile_search'],
  ...['cached_role_is_verified_against_current_delegator', 'delegation_not_in_snapshot'],
  ...['root_rotation', 'non_root_rotations'],
].map((name) => `test_${name}`);

const oneSignature =
  'a version and a statement have one signature by one key each, so that there is no threshold to miss or to fake';
const noDelegation = 'a feed delegates to nobody: its one key signs all of it';

/** Those that have no counterpart here, and why. */
export const noCounterpart: Record<string, string> = {
  test_unsigned_initial_root:
    'there is no root file: the first key comes as bytes without a signature, and a person confirms its fingerprint, or the build contains it; what is not a safe key is refused (test_invalid_initial_root)',
  test_snapshot_expired: 'index files have no date of their own: the signed manifest that names them expires',
  test_targets_expired: 'buckets have no date of their own: the signed manifest that names them expires',
  test_snapshot_does_not_meet_threshold: oneSignature,
  test_snapshot_has_too_few_keys: oneSignature,
  test_duplicate_keys: oneSignature,
  test_duplicate_sig_keyids: oneSignature,
  test_unusual_role_name: 'no file is named by text from a feed: names are fixed, or the hash of the content',
  test_graph_traversal: noDelegation,
  test_targetfile_search: noDelegation,
};
