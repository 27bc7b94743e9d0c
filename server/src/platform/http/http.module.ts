import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { CallInterceptor } from './call.interceptor.js';
import { DeclaredRoutes } from './declared-routes.js';
import { FailedTokenLimit, RequestLimits } from './limits.js';
import { Pages } from './pages.js';
import { ProblemFilter } from './problem.filter.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: CallInterceptor },
    ProblemFilter,
    { provide: APP_FILTER, useExisting: ProblemFilter },
    DeclaredRoutes,
    FailedTokenLimit,
    Pages,
    RequestLimits,
  ],
  exports: [DeclaredRoutes, FailedTokenLimit, Pages, ProblemFilter],
})
export class HttpModule {}
