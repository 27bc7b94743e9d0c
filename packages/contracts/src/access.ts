import type { CrewRole, MemberRole } from '@hillo/domain/accounts';

interface ActorBase {
  /** Names the actor in operation ids and logs: an id with its kind, never a name or an address. */
  readonly key: string;
  readonly sessionId: string | null;
}

/** Who a request or a watch acts as: the one grant that opened the route. */
export type Actor =
  | (ActorBase & { readonly role: 'nobody' })
  | (ActorBase & { readonly role: 'attendee'; readonly registrationId: string; readonly eveningId: string })
  | (ActorBase & { readonly role: CrewRole; readonly deviceId: string; readonly eveningId: string })
  | (ActorBase & {
      readonly role: MemberRole;
      readonly accountId: string;
      readonly organisationId: string | null;
    })
  | (ActorBase & { readonly role: 'admin'; readonly accountId: string })
  | (ActorBase & { readonly role: 'association'; readonly viewId: string; readonly eveningId: string });
