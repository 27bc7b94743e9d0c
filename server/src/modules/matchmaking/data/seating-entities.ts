import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The seating rotation of an evening: what is wished, how the planner stands, which plan there is and which one people see. */
@Entity('seatings')
export class SeatingEntity {
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eveningId: string;

  /** The part of the programme that the rounds belong to. */
  @ForeignKey('ProgrammeBlockEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  blockId: string | null;

  @Column('integer')
  rounds: number;

  /** SEATING_AIMS of the domain. */
  @Column('text')
  aim: string;

  /** SEATING_CROWDS of the domain. */
  @Column('text')
  crowd: string;

  @Column('boolean')
  countsEncounters: boolean;

  /** So many rounds are over. */
  @Column('integer', { default: 0 })
  held: number;

  /** Grows with every change of what is wished. */
  @Column('integer', { default: 0 })
  version: number;

  @Column('uuid', { nullable: true })
  runId: string | null;

  /** `planning`, `planned`, `cancelled` or `refused`. */
  @Column('text', { nullable: true })
  runState: string | null;

  @Column('integer', { default: 0 })
  runProgress: number;

  @Column('text', { nullable: true })
  runRefusal: string | null;

  /** The run that made the plan. */
  @Column('uuid', { nullable: true })
  planId: string | null;

  /** `version` as it was then. */
  @Column('integer', { nullable: true })
  planVersion: number | null;

  /** Figures of the plan: its quality, aim and seats that were missing. */
  @Column('jsonb', { nullable: true })
  planFacts: unknown;

  @Column('timestamptz', { nullable: true })
  plannedAt: Date | null;

  /** The plan that people see. */
  @Column('uuid', { nullable: true })
  publishedId: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;
}

@Entity('seating_tables')
export class SeatingTableEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => SeatingEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('integer')
  position: number;

  @Column('text')
  name: string;

  /** 0: taken away, kept for the rounds that were held at it. */
  @Column('integer')
  seats: number;

  @Column('boolean')
  accessible: boolean;

  @Column('integer')
  x: number;

  @Column('integer')
  y: number;
}

/** Two who sit together in every round, or never. */
@Entity('seating_pairs')
export class SeatingPairEntity {
  @ForeignKey(() => SeatingEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eveningId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  oneId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  otherId: string;

  @PrimaryColumn('boolean')
  isTogether: boolean;
}

/** A person locked to a table, or set aside: no seat. */
@Entity('seating_choices')
export class SeatingChoiceEntity {
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Index()
  @ForeignKey(() => SeatingEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @ForeignKey(() => SeatingTableEntity, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  tableId: string | null;

  @Column('boolean')
  isAside: boolean;
}

/** Where somebody sits in a round of a plan. */
@Entity('seating_places')
export class SeatingPlaceEntity {
  @PrimaryColumn('uuid')
  planId: string;

  /** Counted from 1. */
  @PrimaryColumn('integer')
  round: number;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Index()
  @ForeignKey(() => SeatingEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @ForeignKey(() => SeatingTableEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  tableId: string;
}
