import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What holds for all questions of an evening; without a row the defaults. Its lock orders every change but votes. */
@Entity('panels')
export class PanelEntity {
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eveningId: string;

  /** PANEL_PHASES of the domain. */
  @Column('text', { default: 'collecting' })
  phase: string;

  @Column('boolean', { default: true })
  isModerated: boolean;

  /** Of the order by hand: two who move at once do not overwrite each other. */
  @Column('integer', { default: 0 })
  orderVersion: number;

  /** From the organiser to the host. */
  @Column('text', { default: '' })
  note: string;
}

@Entity('questions')
@Index('uq_questions_on_stage', ['eveningId'], { unique: true, where: "state = 'on-stage'" })
@Check('ck_questions_merged', "(state = 'merged') = (merged_into_id IS NOT NULL)")
export class QuestionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  /** Null for cards and spoken ones, and from 24 h after the evening (`quality.md` section 5). */
  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  askerId: string | null;

  /** Asked with the own name; otherwise `askerId` leaves the server for nobody. */
  @Column('boolean')
  withName: boolean;

  @Column('text')
  aim: string;

  @Column('text', { default: '' })
  speaker: string;

  @Column('text')
  text: string;

  /** The asker's own words, once a moderator edited them. */
  @Column('text', { nullable: true })
  originalText: string | null;

  /** Folded text, for finding questions that are alike. */
  @Column('text')
  searchKey: string;

  @Column('text')
  state: string;

  @Column('text')
  source: string;

  /** Actor key of who typed it in; null for a phone. */
  @Column('text', { nullable: true })
  enteredBy: string | null;

  /** Always one that stands by itself: what was merged before goes along. */
  @Index()
  @ForeignKey(() => QuestionEntity, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  @Column('integer', { nullable: true })
  place: number | null;

  @Column('text', { default: '' })
  answer: string;

  @Column('text', { nullable: true })
  hideReason: string | null;

  @Column('text', { default: '' })
  hideWords: string;

  @Column('integer', { default: 0 })
  version: number;

  /** The count that stays when nobody's votes are known any more. */
  @Column('integer', { default: 0 })
  votesKept: number;

  /** The count that phones were told last. */
  @Column('integer', { default: 0 })
  toldVotes: number;

  /** The asker wants to be told when it is answered after the evening. */
  @Column('boolean', { default: false })
  follows: boolean;

  @Column('timestamptz', { nullable: true })
  forTableAt: Date | null;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}

/** The primary key is what makes a person's vote one. */
@Entity('question_votes')
export class QuestionVoteEntity {
  @ForeignKey(() => QuestionEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  questionId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;
}

/** By which question somebody was muted. One row a question, so that muting never tells which questions are one person's. */
@Entity('question_mutes')
export class QuestionMuteEntity {
  @ForeignKey(() => QuestionEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  questionId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId: string;

  @Column('text')
  mutedBy: string;
}
