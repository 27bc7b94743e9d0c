export { FAULT_POINTS, type FaultPoint, Faults } from './faults.js';
export { FaultsModule } from './faults.module.js';
