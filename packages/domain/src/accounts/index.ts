export { ROLES, MEMBER_ROLES, CREW_ROLES, type Role, type MemberRole, type CrewRole } from './roles.js';
export {
  isStepUpOpen,
  maskEmail,
  requestStepUp,
  STEP_UP,
  STEP_UP_LIMITS,
  STEP_UP_PURPOSES,
  type StepUp,
  type StepUpPurpose,
  typeStepUpCode,
} from './step-up.js';
