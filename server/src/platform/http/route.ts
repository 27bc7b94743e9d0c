import { SetMetadata } from '@nestjs/common';
import type { Api, Endpoint, RouteKey } from '@hillo/contracts/endpoint';

const ROUTE = Symbol('hillo:route');

export interface DeclaredRoute {
  readonly key: RouteKey;
  readonly endpoint: Endpoint;
}

/**
 * Serves one declared route: path, method, status, access, validation and answer all come from the contract. The method
 * gets the validated call as its one argument (`CallOf`); `ServedRoutes` calls it.
 */
export function Route<Routes extends Api>(api: Routes, key: keyof Routes & RouteKey): MethodDecorator {
  const endpoint = api[key];
  if (!endpoint) throw new Error(`No such route in the contract: ${key}`);
  return SetMetadata(ROUTE, { key, endpoint } satisfies DeclaredRoute);
}

export function routeOf(handler: object): DeclaredRoute | undefined {
  return Reflect.getMetadata(ROUTE, handler) as DeclaredRoute | undefined;
}
