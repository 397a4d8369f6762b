import { methodologyUrl } from '../../browser/pages.ts';
import { Part } from '../../components/Part.tsx';
import { SeatBars } from '../../components/SeatBars.tsx';
import product from '../../product.json' with { type: 'json' };
import { Access } from './Access.tsx';
import { LiveBadge } from './LiveBadge.tsx';
import { example, permissions } from './state.ts';

/** What opens once after an installation: a badge to try, what it shows and never does, and where badges show. */
export function Welcome() {
  const access = permissions.value;
  return (
    <>
      <h1>{product.name} is ready</h1>
      <p>
        See what reviewers think of an AI tool, and whether you may use it commercially, right on its page.
      </p>
      {example.value && <Part name="The badge to try" render={() => <Example />} />}
      <section>
        <h2>What a badge shows</h2>
        <ul>
          <li>
            <SeatBars votes="sssk-" /> Five bars, one for each reviewer: filled for ship, notched for skip,
            dashed where that reviewer was not asked.
          </li>
          <li>
            <b>Ship</b>, <b>Split</b> or <b>Skip</b>, and how many say so.
          </li>
          <li>
            <b>Facts only</b> where a tool has not been reviewed.
          </li>
          <li>What is wrong here, if anything: archived, no commercial use, a newer version is out.</li>
        </ul>
        <p>
          Reviews are AI-assisted readings of the sources. Nobody ran the tool.{' '}
          <a href={methodologyUrl()}>How reviews work</a>
        </p>
      </section>
      <section>
        <h2>What it never does</h2>
        <ul>
          <li>It sends nothing about the pages you visit. There is no account and no tracking.</li>
          <li>It shows no badge on a site that you have not allowed.</li>
          <li>It opens no page by itself after this one, not even after an update.</li>
        </ul>
      </section>
      {access && <Part name="Where badges show" render={() => <Access permissions={access} />} />}
    </>
  );
}

function Example() {
  const record = example.value!;
  return (
    <section>
      <h2>Try it</h2>
      <p class="page">
        <bdi>{record.name}</bdi> <LiveBadge record={record} />
      </p>
      <p>
        Rest the pointer on the badge, or reach it with the Tab key. <b>Why</b> opens the reasons.
      </p>
      <p>
        The same badge on its page:{' '}
        <a href="https://github.com/ollama/ollama" target="_blank" rel="noreferrer">
          github.com/ollama/ollama
        </a>
      </p>
    </section>
  );
}
