import { advisoriesOf } from '../../catalog/advisories.ts';
import { knownTrouble, reviewedTrouble } from '../../catalog/known-trouble.ts';
import type { OnPage } from '../../catalog/on-page.ts';
import { versionLabel } from '../../catalog/version.ts';
import { Advisories as AdvisoryList } from '../../components/KnownTrouble.tsx';

/** What advisory databases say against the latest version, and against the one that was reviewed. */
export function Advisories({ tool }: { tool: OnPage }) {
  const latest = knownTrouble(tool);
  const { version } = tool.review ?? {};
  const ofReviewed = reviewedTrouble(tool);
  if (!latest && !ofReviewed) return null;
  return (
    <section>
      <h2>Advisories</h2>
      {latest && (
        <>
          <p>{latest.text}</p>
          <AdvisoryList advisories={latest.advisories} />
        </>
      )}
      {version !== undefined && ofReviewed && (
        <>
          <h3>The reviewed version</h3>
          <p>
            {versionLabel(version)} {ofReviewed}.
          </p>
          <AdvisoryList advisories={advisoriesOf(tool, { version }) ?? []} />
        </>
      )}
    </section>
  );
}
