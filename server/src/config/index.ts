import { z } from 'zod';

/** `<keyId>:<base64 of 32 bytes>`; several are separated by commas, the first one encrypts or signs. */
const keySchema = z.string().regex(/^[\w-]{1,32}:[A-Za-z0-9+/]{43}=(,[\w-]{1,32}:[A-Za-z0-9+/]{43}=)*$/);

/** Every variable the server reads, once. The README's table and docker-compose.yml are checked against it. */
export const environmentSchema = z.object({
  /** `production` refuses local defaults, demonstration and `/dev` pages. */
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  /** Address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Port to listen on. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** PostgreSQL 15–18: `postgres://user:password@host:port/database`. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  /** Connections in the pool. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Where people reach the application; every link is built from it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/(?<!\/)\/+$/, '')),
  /** `smtp://user:password@host:587`; without it mails are kept and shown at `/dev/mail`. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  /** Sender of all mails. */
  MAIL_FROM: z.string().default('Hillo <hillo@localhost>'),
  /** Encrypts access needs at rest. */
  FIELD_KEY: keySchema,
  /** Derives personal, badge and crew links. */
  LINK_KEY: keySchema,
  /** Addresses or CIDR ranges of proxies whose X-Forwarded-For is believed, separated by commas. */
  TRUST_PROXY: z.string().default(''),
  /** `auto` loads the demonstration into an empty database; `none` does not. */
  DEMO: z.enum(['auto', 'none']).default('none'),
  /** `many` when several processes serve behind a proxy: sockets then hear each other through PostgreSQL or `REDIS_URL`. */
  PROCESSES: z.enum(['one', 'many']).default('one'),
  /** Redis or Valkey by which sockets of several processes hear each other; with it `PROCESSES` is `many`. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//)
    .optional(),
  /** PEM files for HTTPS without a proxy (`npm start -- --lan` sets them). */
  TLS_CERT_FILE: z.string().optional(),
  TLS_KEY_FILE: z.string().optional(),
  /** Log level of pino. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Folder of the built client. */
  CLIENT_DIR: z.string().optional(),
  /** Breaks the server at a named point, for tests (`platform/faults`). */
  HILLO_FAULT: z.string().optional(),
});

export type Config = z.infer<typeof environmentSchema>;

/** Injection token of the parsed configuration. */
export const CONFIG = Symbol('CONFIG');

/** One sentence for the person who starts the server; the program ends with exit code 1. */
export class ConfigError extends Error {}

const REQUIRED_IN_PRODUCTION = ['PUBLIC_URL', 'SMTP_URL', 'FIELD_KEY', 'LINK_KEY'] as const;

/** Parses the environment once. Throws `ConfigError` with one sentence naming every variable that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  if (present['NODE_ENV'] === 'production') {
    const missing = REQUIRED_IN_PRODUCTION.filter((name) => present[name] === undefined);
    if (missing.length > 0) throw new ConfigError(`In production these must be set: ${missing.join(', ')}.`);
    if (present['HILLO_FAULT'] !== undefined)
      throw new ConfigError(
        'HILLO_FAULT breaks the server on purpose, for tests: in production it must not be set.',
      );
  }
  const withDefaults = {
    PUBLIC_URL: `http://localhost:${present['PORT'] ?? '3000'}`,
    ...present,
  };
  const parsed = environmentSchema.safeParse(withDefaults);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new ConfigError(`These environment variables are missing or not valid: ${names.join(', ')}.`);
}

/** The one setting of the commands that work on the database alone. Throws `ConfigError`. */
export function readDatabaseUrl(environment: Readonly<Record<string, string | undefined>>): string {
  const parsed = environmentSchema.shape.DATABASE_URL.safeParse(environment['DATABASE_URL']);
  if (parsed.success) return parsed.data;
  throw new ConfigError('Set DATABASE_URL, like postgres://user:password@host:5432/name.');
}
