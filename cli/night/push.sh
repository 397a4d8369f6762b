#!/usr/bin/env bash
# Pushes what a night made, if it changes the catalog alone, and keeps one pull request a list: push.sh FOLDER BASE BRANCH
# It needs git, and gh for the pull requests; everything in it can be done twice.
set -euo pipefail
folder=$1 base=$2 branch=$3
commit=$base

if [ -f "$folder/night.bundle" ]; then
  git fetch --quiet "$folder/night.bundle" '+refs/night/*:refs/night/*'
  for ref in $(git for-each-ref --format='%(refname)' refs/night/); do
    more=$(git diff --name-only "$base" "$ref" -- . ':!data' ':!docs/methodology.md')
    if [ -n "$more" ]; then
      echo "$ref changes more than the catalog: $more" >&2
      exit 1
    fi
  done
  if git rev-parse --quiet --verify refs/night/main > /dev/null; then
    commit=$(git rev-parse refs/night/main)
    if ! git push origin "$commit:refs/heads/$branch"; then
      echo "$branch has moved since the night began; the next night takes it up." >&2
      exit 1
    fi
  fi
fi
echo "commit=$commit" >> "${GITHUB_OUTPUT:-/dev/null}"

pull_request() {
  local number
  number=$(gh pr list --head "$1" --state open --json number --jq '.[0].number // empty')
  if [ -n "$number" ]; then
    gh pr edit "$number" --title "$2" --body-file "$3"
  else
    gh pr create --head "$1" --base "$branch" --title "$2" --body-file "$3"
  fi
}

# Each line: list, commit ("-" where nothing is left of it), the commit that the branch has now ("-" for none), title.
while IFS=$'\t' read -r list new old title; do
  name="proposals/$list"
  before=${old#-}
  if [ "$new" = - ]; then
    git push --force-with-lease="refs/heads/$name:$before" origin ":refs/heads/$name" ||
      echo "::warning::$name has changed meanwhile and stays."
    continue
  fi
  if [ "$new" != "$old" ] && ! git push --force-with-lease="refs/heads/$name:$before" origin "$new:refs/heads/$name"; then
    echo "::warning::$name has changed meanwhile and stays."
    continue
  fi
  pull_request "$name" "$title" "$folder/proposals/$list.md" ||
    echo "::warning::No pull request for $name: may Actions create them (Settings, Actions, General)?"
done < <(cat "$folder/proposals.tsv" 2> /dev/null)
