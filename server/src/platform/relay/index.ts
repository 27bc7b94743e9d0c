export { Relay } from './relay.js';
export { RelayModule } from './relay.module.js';
