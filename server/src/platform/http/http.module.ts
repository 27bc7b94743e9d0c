import { Global, Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { DeclaredRoutes } from './declared-routes.js';
import { FailedTokenLimit, RequestLimits } from './limits.js';
import { Pages } from './pages.js';
import { ProblemFilter } from './problem.filter.js';
import { ServedRoutes } from './served-routes.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessGuard,
    ProblemFilter,
    { provide: APP_FILTER, useExisting: ProblemFilter },
    DeclaredRoutes,
    FailedTokenLimit,
    Pages,
    RequestLimits,
    ServedRoutes,
  ],
  exports: [DeclaredRoutes, FailedTokenLimit, Pages, ProblemFilter, ServedRoutes],
})
export class HttpModule {}
