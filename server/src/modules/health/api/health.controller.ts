import { Controller, Inject } from '@nestjs/common';
import { api } from '@hillo/contracts/api';
import { healthApi } from '@hillo/contracts/health';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.js';
import { CONFIG, type Config } from '../../../config/index.js';
import { openApiDocument, Route } from '../../../platform/http/index.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Route(healthApi, 'GET /api/health')
  health() {
    return { status: 'ok' };
  }

  /** Migrations ran before the server listened; a database that answers is a database that is current. */
  @Route(healthApi, 'GET /api/ready')
  async ready() {
    await this.database.first(z.object({}), 'SELECT 1 FROM migrations LIMIT 1');
    return { status: 'ready' };
  }

  @Route(healthApi, 'GET /api/openapi.json')
  openApi() {
    return openApiDocument(api, this.config.PUBLIC_URL);
  }
}
