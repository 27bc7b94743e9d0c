import { type Api, type Endpoint, isWrite, type RouteKey } from '@hillo/contracts/endpoint';
import { type ProblemCode, problems, problemSchema } from '@hillo/contracts/problems';
import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

/** Collects named schemas (`.meta({ id })`) under `components.schemas`; two shapes under one name are a mistake. */
class Components {
  readonly schemas: Record<string, Json> = {};

  schema(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _,
      $defs = {},
      ...own
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: object };
    for (const [name, definition] of Object.entries($defs)) this.add(name, definition as Json);
    const { id, ...body } = own as Json & { id?: string };
    if (id === undefined) return rewritten(own);
    this.add(id, body);
    return { $ref: `#/components/schemas/${id}` };
  }

  private add(name: string, definition: Json): void {
    const { id: _, ...body } = rewritten(definition);
    const known = this.schemas[name];
    if (known && JSON.stringify(known) !== JSON.stringify(body))
      throw new Error(`Two schemas are named ${name}`);
    this.schemas[name] = body;
  }
}

function rewritten(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}

/** Codes that a route may answer with besides those it lists: what the platform does for all. */
function platformCodes(key: RouteKey, endpoint: Endpoint): ProblemCode[] {
  const codes: ProblemCode[] = ['internal-error', 'database-unavailable'];
  if (endpoint.access !== 'everyone') codes.push('not-signed-in', 'not-allowed', 'too-many-requests');
  if (endpoint.stepUp) codes.push('step-up-needed');
  if (endpoint.params) codes.push('not-found');
  if (endpoint.query || endpoint.body) codes.push('invalid-input');
  if (endpoint.body) codes.push('malformed-body', 'body-too-large', 'unsupported-media-type');
  if (isWrite(key, endpoint)) codes.push('idempotency-key-missing', 'idempotency-key-reused');
  return codes;
}

function problemResponses(key: RouteKey, endpoint: Endpoint): Record<string, Json> {
  const codes = [...new Set([...platformCodes(key, endpoint), ...endpoint.problems])].sort();
  const responses: Record<string, Json> = {};
  for (const status of [...new Set(codes.map((code) => problems[code]))].sort()) {
    const ofStatus = codes.filter((code) => problems[code] === status);
    responses[status] = {
      description: ofStatus.map((code) => `\`${code}\``).join(', '),
      content: {
        'application/problem+json': {
          schema: {
            allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: ofStatus } } }],
          },
        },
      },
    };
  }
  return responses;
}

function successResponse({ response, status }: Endpoint, components: Components): [number, Json] {
  if (response === null) return [status ?? 204, { description: 'Done' }];
  if ('file' in response) {
    const content = Object.fromEntries(
      response.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    );
    return [status ?? 200, { description: 'The file', content }];
  }
  const schema = components.schema(response, 'output');
  return [status ?? 200, { description: 'The answer', content: { 'application/json': { schema } } }];
}

function parameters(
  place: 'path' | 'query',
  object: z.ZodObject | undefined,
  components: Components,
): Json[] {
  if (!object) return [];
  const { properties = {}, required = [] } = components.schema(object, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

const IDEMPOTENCY_KEY = { $ref: '#/components/parameters/IdempotencyKey' };

function operation(key: RouteKey, endpoint: Endpoint, components: Components): Json {
  const [method = '', path = ''] = key.split(' ');
  const [status, success] = successResponse(endpoint, components);
  const writes = isWrite(key, endpoint);
  const roles = endpoint.access === 'everyone' ? 'everyone' : endpoint.access.join(', ');
  return {
    operationId: `${method.toLowerCase()}${path.replace('/api', '').replace(/(?<![/:.-])[/:.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: endpoint.summary,
    description: `Access: ${roles}.${endpoint.stepUp ? ` Step-up: ${endpoint.stepUp}.` : ''}`,
    tags: [path.split('/')[2] ?? 'api'],
    security: endpoint.access === 'everyone' ? [] : [{ session: [] }],
    parameters: [
      ...parameters('path', endpoint.params, components),
      ...parameters('query', endpoint.query, components),
      ...(writes ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: components.schema(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: { [status]: success, ...problemResponses(key, endpoint) },
  };
}

/** The whole API as OpenAPI 3.1, read from the contracts: every route, body, answer and problem code. */
export function openApiDocument(api: Api, publicUrl: string): Json {
  const components = new Components();
  components.schema(problemSchema, 'output');
  const paths: Record<string, Record<string, Json>> = {};
  for (const [key, endpoint] of Object.entries(api) as [RouteKey, Endpoint][]) {
    const [method = '', path = ''] = key.split(' ');
    (paths[path.replace(/:(\w+)/g, '{$1}')] ??= {})[method.toLowerCase()] = operation(
      key,
      endpoint,
      components,
    );
  }
  const tags = [...new Set(Object.keys(api).map((key) => key.split('/')[2] ?? 'api'))].sort();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hillo',
      version: '1',
      summary: 'Partnership evenings, from publishing to the contact sheet',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: publicUrl }],
    tags: tags.map((name) => ({ name, description: `Routes under /api/${name}` })),
    paths,
    components: {
      schemas: components.schemas,
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'A UUID made by the client: sent twice, the write happens once.',
          schema: { type: 'string', format: 'uuid' },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-hillo' } },
    },
  };
}
