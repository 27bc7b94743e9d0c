import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('prizes')
export class PrizeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  /** The first drawn gets the first. */
  @Column('integer')
  position: number;

  @Column('text')
  kind: string;

  /** The organiser's own, empty when the kind says enough. */
  @Column('text')
  words: string;
}

/** One draw by `draw/1`; everything needed to recompute it is stored, so that a crash changes no winner. */
@Entity('draws')
@Unique(['eveningId', 'number'])
@Index('uq_draws_open', ['eveningId'], { unique: true, where: "state IN ('committed', 'frozen', 'seeded')" })
export class DrawEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('integer')
  number: number;

  /** `committed`, `frozen`, `seeded`, `done` or `void`. */
  @Column('text')
  state: string;

  @Column('bytea')
  secret: Buffer;

  /** Key of the tickets' pseudonyms. */
  @Column('bytea')
  ticketKey: Buffer;

  @Column('text')
  commitment: string;

  /** The prizes as the freeze found them: `[{ kind, words }]`; their number goes into the seed. */
  @Column('jsonb', { nullable: true })
  prizes: unknown;

  /** Sorted bytewise; set at the freeze. */
  @Column('text', { array: true, nullable: true })
  tickets: string[] | null;

  @Column('text', { nullable: true })
  list: string | null;

  @Column('text', { nullable: true })
  publicNumber: string | null;

  @Column('text', { nullable: true })
  seed: string | null;

  @Column('text', { array: true, nullable: true })
  ticketOrder: string[] | null;

  @Column('text', { nullable: true })
  voidReason: string | null;

  @Column('text', { default: '' })
  voidWords: string;

  /** Head of the evening's chain of draws before this one, and after it. */
  @Column('text')
  previousHash: string;

  @Column('text')
  chainHash: string;

  @Column('text')
  startedBy: string;

  @Column('timestamptz')
  committedAt: Date;

  @Column('timestamptz', { nullable: true })
  frozenAt: Date | null;

  @Column('timestamptz', { nullable: true })
  seededAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** Whose ticket is whose; deleted 30 days after the evening, the nameless proof stays. */
@Entity('draw_tickets')
@Unique(['drawId', 'ticket'])
export class DrawTicketEntity {
  @ForeignKey(() => DrawEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  drawId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Column('text')
  ticket: string;
}

/** A prize that is in the hands of its winner. */
@Entity('prize_handovers')
export class PrizeHandoverEntity {
  @ForeignKey(() => DrawEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  drawId: string;

  @PrimaryColumn('text')
  ticket: string;

  /** With whom it will be used, if the winner told; forgotten together with whose ticket it was. */
  @Column('text')
  withWhom: string;

  /** Actor key. */
  @Column('text')
  handedBy: string;

  @Column('timestamptz')
  handedAt: Date;
}

/** A drawn ticket that did not get its prize: it went to the next of the same sequence. In the order of entering. */
@Entity('draw_passes')
@Unique(['drawId', 'ticket'])
export class DrawPassEntity {
  @ForeignKey(() => DrawEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  drawId: string;

  /** Counted from 0. */
  @PrimaryColumn('integer')
  turn: number;

  @Column('text')
  ticket: string;

  /** One of PASS_REASONS. */
  @Column('text')
  reason: string;

  /** Actor key. */
  @Column('text')
  passedBy: string;

  @Column('timestamptz')
  passedAt: Date;
}
