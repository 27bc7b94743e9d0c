import type { Answer } from '../../lib/http/request.js';

export type Account = NonNullable<Answer<'GET /api/session'>['account']>;
