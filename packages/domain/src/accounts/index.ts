export { ROLES, MEMBER_ROLES, CREW_ROLES, type Role, type MemberRole, type CrewRole } from './roles.js';
