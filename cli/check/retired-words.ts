import { sourceLines } from './source-files.ts';

/** What the glossary of the README replaced, and what to say instead; narrow, since the same letters occur in other words. */
const retired: [pattern: RegExp, instead: string][] = [
  [/(?<![-<\w/]|(?:question|quotation|exclamation|check|order) )marks?\b(?!-|>| the end| up\b)/i, 'badge'],
  [
    /\b(?:keep|find|show|put|draw|make)Marks?\b|\bmark(?:Hosts|OpenTabs|Card|Words|Ring)|\b[Mm]arksOff\b/,
    'badge',
  ],
  [/\bmarked[ -](?:host|tab)s?\b/i, 'host with a content script'],
  [
    /\b(?:host|site|missing|optional|browser's) rights?\b|\b(?:a|the|its|any|without|no|same|every) rights? (?:to|for|on|is|was|are)\b/i,
    'permission, or access on the screen',
  ],
  [
    /\b(?:(?:host|site|missing|compare)Rights?|SiteRights|HostRights?|onRightsChanged|rights(?:Granted|TakenBack))\b/,
    'permission',
  ],
  [
    /\b(?:your|without) leave\b|\b(?:give|gives|gave|given|giving) back (?:a|the|its) (?:right|host|site|permission|access)|\bgiveBack\b/i,
    'permission, revoke',
  ],
  [
    /\b(?:take|takes|taken|taking|took) back (?:a|the|its|this) (?:right|host|site|permission|access)|\b(?:right|host|access|permission)s? (?:is|are|was|were) taken back\b|\btakenBack\b|^\s*taken back\b/i,
    'revoke, or undo',
  ],
  [/\blets? (?:the extension|it|them) in on\b|\blets-in\b|\bletsIn\b/i, 'grant, allow'],
  [
    /\b(?:put|puts|putting) (?:[\w']+ ){0,5}away\b|\b(?:is)?putAway\b|\bbringBack\b|\bput-away\b/i,
    'dismiss, or hide on the screen',
  ],
  [/\bwrong[- ]pages?\b|\bwrongPages?\b/i, 'dismissed page'],
  [
    /\bpackaged?(?:'s|’s)? (?:catalog|layer|data|tools)\b|\bpackage(?:d-catalog|-layer|-reader)\b|\bbackToPackage\b/i,
    'bundled',
  ],
  [/\bin force\b/i, 'active'],
  [/\bRefusal\b/, 'FeedError'],
  [/\bseen[ -]last\b|\bseenLast\b/i, 'recent tools'],
  [
    /\boriginal(?:-of|Of)\b|\b(?:the|its|an) original(?:'s|’s)? (?:repository|verdict|license)|\bthe original(?:'s|’s)/i,
    'upstream',
  ],
  [/\bpage-(?:said|says)\b|\b[pP]ageSa(?:id|ys)\b|\bSaidRow\b/, 'page facts, finding'],
  [/\bown[- ]world\b|\bownWorld\b|\blookAgain\b/i, 'isolated world, refresh'],
  [
    /\bbrakes?\b|\bpatience\b|\batOnce\b|\b(?:leave|ask)Ms\b/i,
    'rate limit, timeoutMs, batchSize, closeDelayMs, keepAliveMs',
  ],
  [
    /\bbrowser\/feeds\/|\balone(?:\.ts|\()|\binTurn\b|\bin-turn\b/,
    'feed-client, lock, withCatalogLock, interleave',
  ],
  [
    /\b(?:const|let) (?:(?:most[A-Z]\w*|longest|deepest) = \d|(?:said|kept|given|asked) =)/,
    'max…, maxLength, maxDepth, or a noun',
  ],
  [
    /\b(?:beside|than|above) (?:a|the) floor\b|\bfloor(?: extension|Extension)\b|\bearlier-\w+\.ts/i,
    'baseline, previous',
  ],
  [
    /\b(?<!there )is no (?:list|valid|tool|number|address|whole|file|catalog|page|JSON|site|job|https|program|feed|key|day|date|language)\b/i,
    'is not a …',
  ],
  [
    /\b(?:bring-layer|keep-pack|keep-files|switch-catalog|plan-refresh|may-ask|tell-toolbar|ask-on-terminal|what-is-left|with-site)\b/,
    'the new name of the file',
  ],
  [
    /\bNoVerdict\b|\bburden\b|\bOtherVoices\b|\bother-voices\b|\blater-in-words\b/,
    'SearchHome, restrictiveness, claims, calver distance',
  ],
  [
    /\bwrong\? say so\b|\bno source says\b|\bthis cannot be shown\b|\bthey part on\b/i,
    'the sentence of the glossary',
  ],
];

/** Data, kept feeds and saved pages quote others, the CHANGELOG its past, and this list and its test name the words. */
const exempt = /^(?:data|tests\/(?:feeds|pages))\/|^CHANGELOG\.md$|^package-lock\.json$|retired-words/;

/** Where a retired word stands, as `file:line: say "badge", not "mark"`. */
export function retiredWords(lines = sourceLines()): string {
  return lines
    .filter(({ file }) => !exempt.test(file))
    .flatMap(({ at, text }) =>
      retired.flatMap(([pattern, instead]) => {
        const [found] = pattern.exec(text) ?? [];
        return found ? [`${at}: say "${instead}", not "${found.trim()}"`] : [];
      }),
    )
    .join('\n');
}
