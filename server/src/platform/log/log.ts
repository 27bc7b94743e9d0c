import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Config } from '../../config/index.js';

/**
 * Structured log without personal data: callers pass ids and codes, never names, addresses, bodies or tokens.
 * Paths are logged as route patterns, so no token of a link gets in (T38).
 */
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(config: Pick<Config, 'LOG_LEVEL'>) {
    this.logger = pino({
      level: config.LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
    });
  }

  info(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.logger.info({ event, ...fields });
  }

  warning(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.logger.warn({ event, ...fields });
  }

  /** The error's name, code and stack are kept; its message may quote input or SQL parameters and is left out. */
  failure(event: string, error: unknown, fields: Readonly<Record<string, unknown>> = {}): void {
    this.logger.error({ event, ...describeError(error), ...fields });
  }

  log(message: unknown, context?: string): void {
    this.logger.debug({ context, message: String(message) });
  }

  error(message: unknown, _stack?: string, context?: string): void {
    this.logger.error({ context, ...describeError(message) });
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context, message: String(message) });
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context, message: String(message) });
  }
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { error: error.name, code, at: frames.slice(0, 6).map((line) => line.trim()) };
}
