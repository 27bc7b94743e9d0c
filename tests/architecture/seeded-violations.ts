/** One import a line: in which file it stands, what it imports, and the one rule it breaks (none: it is allowed). */
export interface Seed {
  rule?: string;
  file: string;
  imports: string;
}

const modules = 'server/src/modules';
const features = 'client/src/features';

export const violations: Seed[] = [
  { rule: 'domain-is-pure', file: 'packages/domain/src/bingo/card.ts', imports: 'node:crypto' },
  { rule: 'domain-is-pure', file: 'packages/domain/src/bingo/prompt.ts', imports: 'zod' },
  {
    rule: 'domain-by-front-door',
    file: 'packages/domain/src/bingo/row.ts',
    imports: '../encounters/pair.js',
  },
  { rule: 'draw-imports-nothing', file: 'packages/draw/src/pick.ts', imports: '@hillo/domain/shared' },
  {
    rule: 'seating-imports-nothing',
    file: 'packages/seating/src/search/clock.ts',
    imports: 'node:perf_hooks',
  },
  { rule: 'seating-imports-nothing', file: 'packages/seating/src/tags.ts', imports: '@hillo/domain/shared' },
  { rule: 'i18n-imports-nothing', file: 'packages/i18n/src/index.ts', imports: '@hillo/domain/shared' },
  { rule: 'contracts-need-zod-and-domain', file: 'packages/contracts/src/bingo.ts', imports: 'fastify' },
  {
    rule: 'testing-needs-domain-and-contracts',
    file: 'packages/testing/src/crowd.ts',
    imports: '@hillo/draw',
  },
  {
    rule: 'packages-never-see-applications',
    file: 'packages/tooling/src/start.ts',
    imports: '../../../server/src/main.js',
  },
  { rule: 'testing-stays-out-of-production', file: 'server/src/main.ts', imports: '@hillo/testing/crowd' },
  {
    rule: 'testing-stays-out-of-production',
    file: 'client/src/app/start.ts',
    imports: '@hillo/tooling/start',
  },
  {
    rule: 'modules-by-front-door',
    file: `${modules}/door/use-cases/check-in.ts`,
    imports: '../../registration/data/rows.js',
  },
  {
    rule: 'lower-tiers-only',
    file: `${modules}/registration/use-cases/register.ts`,
    imports: '../../bingo/index.js',
  },
  { rule: 'lower-tiers-only', file: 'packages/domain/src/accounts/roles.ts', imports: '../bingo/index.js' },
  {
    rule: 'activities-never-meet',
    file: `${modules}/bingo/use-cases/mark-square.ts`,
    imports: '../../contacts/index.js',
  },
  {
    rule: 'activities-never-meet',
    file: 'packages/domain/src/contacts/sheet.ts',
    imports: '../bingo/index.js',
  },
  {
    rule: 'api-parses-and-calls',
    file: `${modules}/bingo/api/card.controller.ts`,
    imports: '../data/card-repository.js',
  },
  {
    rule: 'api-parses-and-calls',
    file: `${modules}/bingo/api/mark.controller.ts`,
    imports: '@hillo/domain/bingo',
  },
  {
    rule: 'use-cases-never-see-api',
    file: `${modules}/bingo/use-cases/issue-card.ts`,
    imports: '../api/card.controller.js',
  },
  {
    rule: 'data-needs-database-and-domain',
    file: `${modules}/bingo/data/rows.ts`,
    imports: '../../../platform/http/index.js',
  },
  { rule: 'typeorm-only-in-data', file: `${modules}/bingo/use-cases/list-marks.ts`, imports: 'typeorm' },
  { rule: 'typeorm-only-in-data', file: 'server/src/platform/jobs/worker.ts', imports: 'pg' },
  {
    rule: 'platform-knows-no-noun',
    file: 'server/src/platform/mail/mail.ts',
    imports: '../../modules/bingo/index.js',
  },
  {
    rule: 'platform-knows-no-noun',
    file: 'server/src/platform/http/guard.ts',
    imports: '@hillo/domain/bingo',
  },
  { rule: 'config-needs-zod', file: 'server/src/config/index.ts', imports: '@hillo/domain/shared' },
  { rule: 'server-never-sees-client', file: 'server/src/pages.ts', imports: '../../client/src/ui/button.js' },
  {
    rule: 'client-never-sees-server',
    file: 'client/src/lib/http.ts',
    imports: '../../../server/src/main.js',
  },
  {
    rule: 'features-never-meet',
    file: `${features}/bingo/screens/card.ts`,
    imports: '../../contacts/api.js',
  },
  {
    rule: 'features-never-see-shells',
    file: `${features}/bingo/screens/done.ts`,
    imports: '../../../app/start.js',
  },
  {
    rule: 'feature-api-needs-lib-and-contracts',
    file: `${features}/door/api.ts`,
    imports: '../../ui/button.js',
  },
  { rule: 'ui-knows-no-noun', file: 'client/src/ui/marker.ts', imports: '@hillo/domain/registration' },
  { rule: 'lib-knows-no-screen', file: 'client/src/lib/texts.ts', imports: '../ui/button.js' },
  { rule: 'no-cycles', file: 'packages/draw/src/proof.ts', imports: './verify.js' },
];

export const allowed: Seed[] = [
  { file: 'packages/domain/src/bingo/index.ts', imports: '../encounters/index.js' },
  { file: 'packages/domain/src/bingo/card.test.ts', imports: 'fast-check' },
  { file: 'packages/draw/src/verify-cli.ts', imports: 'node:fs' },
  { file: 'packages/draw/src/verify.ts', imports: './proof.js' }, // closes the seeded cycle, reported once
  { file: 'packages/seating/src/seating-cli.ts', imports: 'node:fs' },
  { file: 'packages/seating/src/plan.test.ts', imports: 'fast-check' },
  { file: 'packages/contracts/src/door.ts', imports: 'zod' },
  { file: `${modules}/door/use-cases/undo.ts`, imports: '../../registration/index.js' },
  { file: `${modules}/draw/use-cases/freeze.ts`, imports: '../../bingo/index.js' },
  { file: `${modules}/door/use-cases/list.ts`, imports: '@hillo/domain/encounters' },
  { file: `${modules}/door/api/door.controller.ts`, imports: '../use-cases/undo.js' },
  { file: `${modules}/door/data/door-repository.ts`, imports: 'typeorm' },
  { file: 'server/src/platform/database/transaction.ts', imports: 'pg' },
  { file: 'client/src/app/routes.ts', imports: '../features/bingo/screens/card.js' },
  { file: `${features}/contacts/api.ts`, imports: '../../lib/texts.js' },
  { file: `${features}/contacts/screens/sheet.ts`, imports: '@hillo/domain/contacts' },
];

/** Files that only stand there to be imported. */
export const targets = [
  'packages/domain/src/shared/index.ts',
  'packages/domain/src/registration/index.ts',
  'packages/domain/src/contacts/index.ts',
  'packages/domain/src/encounters/index.ts',
  'packages/domain/src/encounters/pair.ts',
  'packages/draw/src/index.ts',
  `${modules}/bingo/index.ts`,
  `${modules}/contacts/index.ts`,
  `${modules}/registration/index.ts`,
  `${modules}/registration/data/rows.ts`,
  `${modules}/bingo/data/card-repository.ts`,
  'server/src/platform/http/index.ts',
  'client/src/ui/button.ts',
];
