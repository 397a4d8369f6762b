import { isOutdated, judgedLabel, latestVersion } from '../catalog/staleness.ts';
import type { Tool } from '../catalog/tool-schema.ts';
import { votesInLetters } from '../catalog/tool-summary.ts';
import {
  communityInWords,
  countInWords,
  panelCount,
  verdictInWords,
  verdictWord,
} from '../catalog/verdict.ts';
import { versionLabel } from '../catalog/version.ts';
import { Ring } from './Ring.tsx';

/** The panel's verdict with its count, the community's share, and what was judged. */
export function Verdict({ tool }: { tool: Tool }) {
  const count = panelCount(tool.review?.votes);
  const community = communityInWords(tool.community);
  return (
    <div class="verdict">
      <Ring votes={count ? votesInLetters(tool.review?.votes) : ''} size={76} />
      <div>
        <p class={`big ${count ? verdictWord(count) : ''}`}>{verdictInWords(count)}</p>
        <p class="sub">
          {count ? countInWords(count) : 'Facts only: fewer than three reviewers'} · community: {community}
        </p>
        <Judged tool={tool} />
      </div>
    </div>
  );
}

function Judged({ tool }: { tool: Tool }) {
  const judged = judgedLabel(tool);
  if (!judged) return null;
  if (!isOutdated(tool)) return <p class="sub">Judged {judged}</p>;
  return (
    <p class="stale">
      Judged {judged}, latest known {versionLabel(latestVersion(tool)!)}
    </p>
  );
}
