import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
} from '@nestjs/common';
import { type Problem, type ProblemCode, problems } from '@hillo/contracts/problems';
import { languageTag } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../database/index.js';
import { Log } from '../log/index.js';
import { Texts } from '../texts/index.js';
import { localeOf } from './locale.js';
import { ProblemError } from './problem-error.js';

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-body',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** Text that PostgreSQL cannot hold (U+0000, lone surrogates): bad input, not a fault of ours. */
const UNSTORABLE = new Set(['22021', '22P05', '22P02']);

function property(error: unknown, name: 'code' | 'statusCode'): unknown {
  return typeof error === 'object' && error !== null && name in error
    ? (error as Record<string, unknown>)[name]
    : undefined;
}

function recognise(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  const status = error instanceof HttpException ? error.getStatus() : property(error, 'statusCode');
  const code = typeof status === 'number' ? BY_STATUS[status] : undefined;
  if (code) return new ProblemError(code);
  if (isUnavailable(error)) return new ProblemError('database-unavailable');
  if (UNSTORABLE.has(String(property(error, 'code')))) return new ProblemError('invalid-input');
  return undefined;
}

/** One shape for every failure (RFC 9457), in the reader's language, saying what to do. Surprises are logged, not told. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** What fails before a route is found or its body read. */
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const known = recognise(error);
    if (!known) this.log.failure('request-failed', error, { route: request.routeOptions.url ?? '' });
    this.send(request, reply, known ?? new ProblemError('internal-error'));
  }

  send(request: FastifyRequest, reply: FastifyReply, { code, data, fields }: ProblemError): void {
    const locale = localeOf(request);
    const status = problems[code];
    const problem: Problem = {
      type: `/problems/${code}`,
      title: this.texts.text(locale, `problem.${code}.title`, data),
      status,
      detail: this.texts.text(locale, `problem.${code}.detail`, data),
      code,
      ...(data ? { data } : {}),
      ...(fields.length > 0
        ? {
            errors: fields.map((field) => ({
              pointer: field.pointer,
              code: field.code,
              detail: this.texts.text(locale, `problem.field.${field.code}`),
            })),
          }
        : {}),
    };
    if (status === 503) void reply.header('retry-after', '5');
    if (code === 'too-many-requests') void reply.header('retry-after', String(data?.['seconds'] ?? 1));
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', languageTag(locale))
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }
}
