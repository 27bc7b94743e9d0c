import type { IFlattenedRuleSet } from 'dependency-cruiser';
import { nouns } from './nouns.js';

type Rule = NonNullable<IFlattenedRuleSet['forbidden']>[number];

const TEST = '\\.test\\.tsx?$';
const OURS = '^(packages|server|client|tests)/';
const MODULE = '^server/src/modules';
const PLATFORM = '^server/src/platform';

/** A package of npm, installed or not: the fixture of the rules' own test has none installed. */
const npm = (...names: string[]) => `(^|/node_modules/)(${names.join('|')})(/|$)`;

interface Shape {
  from: string;
  fromNot?: string[];
  /** What must not be imported; everything when absent. */
  to?: string;
  /** What may be imported all the same; `$1` is what `from` caught. */
  but?: string[];
}

function forbid(name: string, { from, fromNot = [TEST], to, but = [] }: Shape): Rule {
  return {
    name,
    severity: 'error',
    from: { path: from, pathNot: fromNot },
    to: { ...(to ? { path: to } : {}), ...(but.length > 0 ? { pathNot: but } : {}) },
  };
}

const packages = [
  forbid('domain-is-pure', { from: '^packages/domain/src/', but: ['^packages/domain/src/'] }),
  forbid('domain-by-front-door', {
    from: '^packages/domain/src/([^/]+)/',
    fromNot: [],
    to: '^packages/domain/src/',
    but: ['^packages/domain/src/$1/', '^packages/domain/src/[^/]+/index\\.ts$'],
  }),
  forbid('draw-imports-nothing', {
    from: '^packages/draw/src/',
    fromNot: [TEST, '-cli\\.ts$'],
    but: ['^packages/draw/src/'],
  }),
  forbid('seating-imports-nothing', {
    from: '^packages/seating/src/',
    fromNot: [TEST, '-(cli|worker)\\.ts$', '^packages/seating/src/tests/'],
    but: ['^packages/seating/src/'],
  }),
  forbid('i18n-imports-nothing', {
    from: '^packages/i18n/src/',
    to: OURS,
    but: ['^packages/i18n/'],
  }),
  forbid('contracts-need-zod-and-domain', {
    from: '^packages/contracts/src/',
    but: ['^packages/(contracts|domain)/src/', npm('zod')],
  }),
  forbid('testing-needs-domain-and-contracts', {
    from: '^packages/testing/src/',
    to: OURS,
    but: ['^packages/(testing|domain|contracts)/src/'],
  }),
  forbid('packages-never-see-applications', {
    from: '^packages/',
    fromNot: [],
    to: '^(server|client|tests)/',
  }),
  forbid('testing-stays-out-of-production', {
    from: '^(server|client|packages/(?!testing/|tooling/)[^/]+)/src/',
    to: '^packages/(testing|tooling)/',
  }),
];

const server = [
  forbid('modules-by-front-door', {
    from: `${MODULE}/([^/]+)/`,
    fromNot: [],
    to: `${MODULE}/`,
    but: [`${MODULE}/$1/`, `${MODULE}/[^/]+/index\\.ts$`],
  }),
  forbid('api-parses-and-calls', {
    from: `${MODULE}/([^/]+)/api/`,
    fromNot: [TEST, `${MODULE}/health/`], // health reports on the platform itself
    to: OURS,
    but: [
      `${MODULE}/$1/(api|use-cases)/`,
      `${PLATFORM}/(http|realtime)/`,
      '^packages/(contracts|domain/src/shared)/',
    ],
  }),
  forbid('use-cases-never-see-api', { from: `${MODULE}/([^/]+)/use-cases/`, to: `${MODULE}/$1/api/` }),
  forbid('data-needs-database-and-domain', {
    from: `${MODULE}/([^/]+)/data/`,
    to: OURS,
    // Ids and encryption at rest are data's business too.
    but: [`${MODULE}/$1/data/`, `${PLATFORM}/(database|clock|tokens)/`, '^packages/domain/'],
  }),
  forbid('typeorm-only-in-data', {
    from: '^server/src/',
    fromNot: [
      TEST,
      `${MODULE}/[^/]+/data/`,
      `${PLATFORM}/database/`,
      '^server/src/(migrations/|schema\\.ts$)',
      // Commands of the terminal on a database, without the application.
      '^server/src/(backup|invariants)/',
    ],
    to: npm('typeorm', '@nestjs/typeorm', 'pg'),
  }),
  forbid('platform-knows-no-noun', {
    from: `${PLATFORM}/`,
    to: OURS,
    but: [
      `${PLATFORM}/`,
      '^server/src/config/',
      '^packages/(contracts|i18n)/',
      '^packages/domain/src/(shared|accounts)/',
    ],
  }),
  forbid('config-needs-zod', { from: '^server/src/config/', to: OURS, but: ['^server/src/config/'] }),
  forbid('server-never-sees-client', { from: '^server/', fromNot: [], to: '^client/' }),
];

const client = [
  forbid('client-never-sees-server', {
    from: '^client/',
    fromNot: [],
    to: `^server/|${npm('@nestjs', 'typeorm', 'pg')}`,
  }),
  forbid('features-never-meet', {
    from: '^client/src/features/([^/]+)/',
    fromNot: [],
    to: '^client/src/features/',
    but: ['^client/src/features/$1/'],
  }),
  forbid('features-never-see-shells', { from: '^client/src/features/', to: '^client/src/app/' }),
  forbid('feature-api-needs-lib-and-contracts', {
    from: '^client/src/features/([^/]+)/api\\.ts$',
    to: OURS,
    // Plain modules of the same feature may hold a part of it; screens and components may not.
    but: ['^client/src/lib/', '^packages/(contracts|domain)/', '^client/src/features/$1/[^/]+\\.ts$'],
  }),
  forbid('ui-knows-no-noun', { from: '^client/src/ui/', to: OURS, but: ['^client/src/ui/'] }),
  forbid('lib-knows-no-screen', { from: '^client/src/lib/', to: '^client/src/(app|features|ui)/' }),
];

const tiers = nouns.flatMap(({ name, peers, higher }) =>
  ['^packages/domain/src', MODULE].flatMap((tree) => [
    ...(higher.length > 0
      ? [
          forbid('lower-tiers-only', {
            from: `${tree}/${name}/`,
            fromNot: [],
            to: `${tree}/(${higher.join('|')})/`,
          }),
        ]
      : []),
    ...(peers.length > 0
      ? [
          forbid('activities-never-meet', {
            from: `${tree}/${name}/`,
            fromNot: [],
            to: `${tree}/(${peers.join('|')})/`,
          }),
        ]
      : []),
  ]),
);

/** Imports of types vanish before anything runs: rows that name each other are no cycle. */
const cycles: Rule = {
  name: 'no-cycles',
  severity: 'error',
  from: {},
  to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
};

/** ARCHITECTURE.md's "may import", told as what must not be. */
export const boundaryRules: Rule[] = [...packages, ...server, ...client, ...tiers, cycles];
