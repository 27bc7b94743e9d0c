import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Api, Endpoint, RouteKey } from '@hillo/contracts/endpoint';

const ROUTE = Symbol('hillo:route');

export interface DeclaredRoute {
  readonly key: RouteKey;
  readonly endpoint: Endpoint;
}

const METHODS: Readonly<Record<string, RequestMethod>> = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  PATCH: RequestMethod.PATCH,
  DELETE: RequestMethod.DELETE,
};

function statusOf(endpoint: Endpoint): number {
  return endpoint.status ?? (endpoint.response === null ? 204 : 200);
}

/** Serves one declared route: path, method, status, access, validation and answer all come from the contract. */
export function Route<Routes extends Api>(api: Routes, key: keyof Routes & RouteKey): MethodDecorator {
  const endpoint = api[key];
  if (!endpoint) throw new Error(`No such route in the contract: ${key}`);
  const [method = '', path = ''] = key.split(' ');
  return applyDecorators(
    RequestMapping({ method: METHODS[method], path }),
    HttpCode(statusOf(endpoint)),
    SetMetadata(ROUTE, { key, endpoint } satisfies DeclaredRoute),
  );
}

export function routeOf(handler: object): DeclaredRoute | undefined {
  return Reflect.getMetadata(ROUTE, handler) as DeclaredRoute | undefined;
}
