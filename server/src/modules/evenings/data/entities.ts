import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('evenings')
@Unique(['slug'])
@Check('ck_evenings_times', 'ends_at > starts_at')
@Check('ck_evenings_capacity', 'capacity > 0')
export class EveningEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @Column('text')
  slug: string;

  /** EVENING_STATES of the domain. */
  @Column('text')
  state: string;

  /** One of THEMES, or null when the theme is the organiser's own. */
  @Column('text', { nullable: true })
  themeKey: string | null;

  /** The theme as people read it. */
  @Column('text')
  theme: string;

  /** A name beside the theme; may be empty. */
  @Column('text', { default: '' })
  title: string;

  @Column('text', { default: '' })
  description: string;

  /** What the evening can do, and what it cannot (S22). */
  @Column('text', { default: '' })
  canDo: string;

  @Column('text', { default: '' })
  cannotDo: string;

  @Index()
  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text')
  timeZone: string;

  @Column('text')
  venueName: string;

  @Column('text', { default: '' })
  venueAddress: string;

  /** `{ "step-free": true }`: VENUE_FEATURES of the domain, yes or no; absent is not told. */
  @Column('jsonb', { default: {} })
  venueFeatures: Record<string, boolean>;

  /** How to come in and to travel. */
  @Column('text', { default: '' })
  venueNotes: string;

  @Column('integer', { nullable: true })
  capacity: number | null;

  @Column('timestamptz', { nullable: true })
  registrationOpensAt: Date | null;

  @Column('timestamptz', { nullable: true })
  registrationClosesAt: Date | null;

  /** Opened or closed by hand; null follows the times. */
  @Column('boolean', { nullable: true })
  registrationOpenByHand: boolean | null;

  /** Sectors that the organiser moved to another side: `{ "education": "community" }` (product rule 1). */
  @Column('jsonb', { default: {} })
  sideOverrides: Record<string, string>;

  /** iCalendar SEQUENCE: grows when time or place changes and at cancellation. */
  @Column('integer', { default: 0 })
  sequence: number;

  /** Belongs to the demonstration, removed with one button. */
  @Column('boolean', { default: false })
  isDemonstration: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  /** When the reminder of the day before went, or would have, had the evening been published in time. */
  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;
}

@Entity('programme_blocks')
export class ProgrammeBlockEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => EveningEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  /** PROGRAMME_KINDS of the domain. */
  @Column('text')
  kind: string;

  /** Own words; empty: the name of the kind is shown. */
  @Column('text')
  title: string;

  /** Order of blocks with the same time, or none. */
  @Column('integer')
  position: number;

  /** Null while the time is open. */
  @Column('timestamptz', { nullable: true })
  startsAt: Date | null;

  /** Null lasts until the next one. */
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  @Column('boolean', { default: true })
  isTentative: boolean;
}

/** The 1200 × 630 picture for `og:image`, made when the evening is published. */
@Entity('share_images')
export class ShareImageEntity {
  @ForeignKey(() => EveningEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eveningId: string;

  @Column('bytea')
  png: Buffer;

  @Column('timestamptz')
  madeAt: Date;
}

/** A crew QR: claimed once, within fifteen minutes, by one device (product rule 13). */
@Entity('crew_links')
@Unique(['tokenHash'])
export class CrewLinkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => EveningEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('text')
  role: string;

  @Column('text')
  tokenHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  claimedAt: Date | null;
}

@Entity('crew_devices')
export class CrewDeviceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => EveningEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('text')
  role: string;

  @Column('text')
  holderName: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
