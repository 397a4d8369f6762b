import { today } from '../../browser/clock.ts';
import { claims, elsewhere } from '../../catalog/claims.ts';
import { factViews, sourceViews } from '../../catalog/fact-views.ts';
import { timelineOf } from '../../catalog/timeline.ts';
import { AttributedClaims } from '../../components/AttributedClaims.tsx';
import { Part } from '../../components/Part.tsx';
import { Sources } from '../../components/Sources.tsx';
import product from '../../product.json' with { type: 'json' };
import { Advisories } from './Advisories.tsx';
import { OtherTools } from './OtherTools.tsx';
import { AllFacts } from './AllFacts.tsx';
import { Head } from './Head.tsx';
import { Models } from './Models.tsx';
import { Pages } from './Pages.tsx';
import { Reviews } from './Reviews.tsx';
import { Timeline } from './Timeline.tsx';
import { VerdictWithReasons } from './VerdictWithReasons.tsx';
import type { ToolState } from './state.ts';

/** Everything about one tool: what people ask first on top, and beside it, where there is room, the facts. */
export function About({ state }: { state: ToolState }) {
  const { tool, catalog, changes } = state;
  const { reference } = catalog;
  return (
    <>
      <Head state={state} />
      <div class="columns">
        <div>
          <Part name="The verdict" render={() => <VerdictWithReasons tool={tool} />} />
          <Part name="The reviews" render={() => <Reviews tool={tool} reviewers={reference.reviewers} />} />
          <Part name="The list of models" render={() => <Models tool={tool} reference={reference} />} />
          <Part
            name="The alternatives"
            render={() => <OtherTools tool={tool} alternatives={state.alternatives} />}
          />
          <Part name="The history" render={() => <Timeline happenings={timelineOf(tool, changes)} />} />
          <Part name="The advisories" render={() => <Advisories tool={tool} />} />
          <Part name="The claims" render={() => <ByOthers title="Other panels" claims={elsewhere(tool)} />} />
          <Part
            name="The claims"
            render={() => <ByOthers title="Maker’s claims (not verified)" claims={claims(tool)} />}
          />
        </div>
        <div>
          <Part
            name="The facts"
            render={() => (
              <AllFacts
                facts={factViews(tool, reference, today())}
                today={today()}
                correction={{ tool, issues: product.issues }}
              />
            )}
          />
          <Part name="The list of pages" render={() => <Pages tool={tool} />} />
          <Part name="The sources" render={() => <AllSources tool={tool} />} />
        </div>
      </div>
    </>
  );
}

function ByOthers({ title, claims }: { title: string; claims: ReturnType<typeof elsewhere> }) {
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <AttributedClaims claims={claims} />
    </section>
  );
}

function AllSources({ tool }: Pick<ToolState, 'tool'>) {
  const sources = sourceViews(tool, Object.keys(tool.sources));
  if (sources.length === 0) return null;
  return (
    <section>
      <h2>Sources</h2>
      <details>
        <summary>Show all {sources.length}</summary>
        <Sources sources={sources} />
      </details>
    </section>
  );
}
