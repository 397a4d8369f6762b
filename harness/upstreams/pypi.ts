import { upstream, type Answer, type Upstream } from './upstream.ts';

/** A project as PyPI has it, by the fields that the catalog reads. */
export type PypiProject = {
  name: string;
  version: string;
  released: string;
  yanked?: boolean;
  yankedReason?: string | null;
  license?: string | null;
  requiresPython?: string | null;
  status?: { status: string; reason?: string };
  files: { filename: string; yanked: boolean | string }[];
  serial: number;
};

/** PyPI's two addresses of a project (https://docs.pypi.org/api/json/, https://docs.pypi.org/api/index-api/), with ETag and redirects to the normalized name. */
export function pypiUpstream(projects: Record<string, PypiProject>): Promise<Upstream> {
  return upstream(({ path, headers }) => {
    const [, name = '', kind] =
      /^\/pypi\/([^/]+)\/(json)$/.exec(path) ?? /^\/simple\/([^/]+)\/()$/.exec(path) ?? [];
    const project = projects[name];
    if (!project) return undefined;
    const etag = `"${project.serial}"`;
    const serial = { etag, 'x-pypi-last-serial': String(project.serial) };
    if (headers['if-none-match'] === etag) return { status: 304, headers: serial, json: null };
    return { json: kind ? jsonOf(project) : indexOf(project), headers: serial };
  });
}

export function jsonOf(project: PypiProject): NonNullable<Answer['json']> {
  const { name, version, released, yanked = false, yankedReason = null, license = null, serial } = project;
  const time = `${released}T22:37:09.220617Z`;
  const file = {
    upload_time: time.slice(0, 19),
    upload_time_iso_8601: time,
    yanked,
    yanked_reason: yankedReason,
  };
  return {
    info: {
      ...{ name, version, yanked, yanked_reason: yankedReason, license_expression: license, license: null },
      ...{ requires_python: project.requiresPython ?? null, summary: 'A sample', classifiers: [] },
      ...{ downloads: { last_day: -1, last_month: -1, last_week: -1 }, description: 'x'.repeat(2_000) },
    },
    last_serial: serial,
    releases: { [version]: [file] },
    urls: [{ ...file, filename: `${name}-${version}.tar.gz`, packagetype: 'sdist', requires_python: null }],
    vulnerabilities: [],
  };
}

export function indexOf({ name, version, status, files, serial }: PypiProject): NonNullable<Answer['json']> {
  return {
    meta: { '_last-serial': serial, 'api-version': '1.4' },
    name,
    versions: [version],
    ...(status && { 'project-status': status }),
    files: files.map((file) => ({ ...file, hashes: {}, size: 1, 'core-metadata': false })),
  };
}
