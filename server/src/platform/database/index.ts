export {
  Database,
  TransactionRunner,
  type Db,
  type Transaction,
  type JobOptions,
} from './transaction-runner.js';
export { prepared, type Prepared } from './prepared.js';
export { SnakeNaming } from './snake-naming.js';
export { createDataSource, migrate } from './data-source.js';
export { openConnection, openNotifications, type OwnConnection } from './own-connections.js';
export { isUnavailable, isUniqueViolation } from './errors.js';
export { Operations, type Operation, type Performed } from './operations.js';
export { DatabaseModule } from './database.module.js';
