import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('organisations')
@Unique(['slug'])
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  slug: string;

  @Column('text', { default: 'fi' })
  locale: string;

  @Column('text', { default: 'Europe/Helsinki' })
  timeZone: string;

  @Column('timestamptz')
  createdAt: Date;
}

@Entity('accounts')
@Unique(['email'])
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case, NFC. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('boolean', { default: false })
  isAdmin: boolean;

  @Column('text', { default: 'fi' })
  locale: string;

  @Column('timestamptz')
  createdAt: Date;
}

@Entity('members')
@Unique(['organisationId', 'accountId'])
export class MemberEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => OrganisationEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @Index()
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  accountId: string;

  @Column('text', { array: true })
  roles: string[];

  @Column('timestamptz')
  createdAt: Date;
}

@Entity('member_invitations')
@Unique(['tokenHash'])
export class MemberInvitationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => OrganisationEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @Column('text')
  email: string;

  @Column('text', { array: true })
  roles: string[];

  @Column('text')
  tokenHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;
}

@Entity('sign_in_links')
@Unique(['tokenHash'])
export class SignInLinkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  accountId: string;

  @Column('text')
  tokenHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

@Entity('sessions')
@Unique(['tokenHash'])
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenHash: string;

  /** What the owner recognises the device by: "Firefox, Android". */
  @Column('text')
  deviceLabel: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  seenAt: Date;

  @Index()
  @Column('timestamptz')
  expiresAt: Date;
}

/** One session may hold several grants (product rule 14). */
@Entity('session_grants')
@Unique(['sessionId', 'kind', 'subjectId'])
export class SessionGrantEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => SessionEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  sessionId: string;

  /** `account`, `attendee`, `device` or `association`. */
  @Column('text')
  kind: string;

  /** Id of the account, registration, crew device or association view. */
  @Index()
  @Column('uuid')
  subjectId: string;

  @Column('uuid', { nullable: true })
  eveningId: string | null;

  /** `door` or `host` for a device. */
  @Column('text', { nullable: true })
  role: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;
}

@Entity('passkeys')
@Unique(['credentialId'])
export class PasskeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  accountId: string;

  @Column('text')
  credentialId: string;

  @Column('bytea')
  publicKey: Buffer;

  @Column('bigint')
  counter: string;

  @Column('text', { array: true })
  transports: string[];

  @Column('text')
  label: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

/** What a browser has to sign when a passkey is made or used: once, within five minutes. */
@Entity('passkey_challenges')
export class PasskeyChallengeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  challenge: string;

  /** Null when somebody signs in. */
  @Index()
  @ForeignKey(() => AccountEntity, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Index()
  @Column('timestamptz')
  expiresAt: Date;
}

/**
 * A code that was mailed to somebody signed in by a link, and whether it was typed. It outlives its session, so that signing out
 * does not reset how many a person was sent.
 */
@Entity('step_ups')
@Index('uq_step_ups_current', ['sessionId', 'subjectKind', 'subjectId', 'purpose'], {
  unique: true,
  where: 'replaced_at IS NULL',
})
@Index(['subjectKind', 'subjectId', 'sentAt'])
export class StepUpEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => SessionEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  /** `attendee` or `association`. */
  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: string;

  /** One of STEP_UP_PURPOSES. */
  @Column('text')
  purpose: string;

  /** HMAC-SHA-256 of the digits: no bare hash, for there are only a million. */
  @Column('bytea')
  codeHash: Buffer;

  @Index()
  @Column('timestamptz')
  sentAt: Date;

  @Column('smallint', { default: 0 })
  tries: number;

  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  /** When the one act was done, of purposes that ask for a code each time. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  replacedAt: Date | null;
}
