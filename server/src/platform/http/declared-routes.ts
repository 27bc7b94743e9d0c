import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { RouteKey } from '@hillo/contracts/endpoint';
import type { AnyCall } from './call.js';
import { type DeclaredRoute, routeOf } from './route.js';

type Handler = (call: AnyCall) => unknown;

export interface HandledRoute extends DeclaredRoute {
  readonly handle: Handler;
}

/** What is served, by declaration: a handler that no contract declares does not boot (invariant 7). */
@Injectable()
export class DeclaredRoutes {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  /** The served routes. Throws naming the first handler without a declaration. */
  served(): ReadonlyMap<RouteKey, HandledRoute> {
    const routes = new Map<RouteKey, HandledRoute>();
    for (const { instance } of this.discovery.getControllers()) {
      if (!instance) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        const route = handler && routeOf(handler);
        if (route) routes.set(route.key, { ...route, handle: handler.bind(instance) });
        else if (handler && Reflect.hasMetadata('path', handler))
          throw new Error(`${prototype.constructor.name}.${name} serves a route that no contract declares`);
      }
    }
    return routes;
  }
}
