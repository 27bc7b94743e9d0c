export { Gateway } from './gateway.js';
export { HeardSessions } from './heard-sessions.js';
export { RealtimeModule } from './realtime.module.js';
export { StreamAccess } from './stream-access.js';
export { Streams } from './streams.js';
