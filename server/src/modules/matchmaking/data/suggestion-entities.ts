import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody has turned suggestions off for themselves. */
@Entity('suggestion_stops')
export class SuggestionStopEntity {
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Column('timestamptz')
  stoppedAt: Date;
}

/** "Not now": a person is not suggested to this one again. Gone the night after the evening. */
@Entity('dismissed_suggestions')
export class DismissedSuggestionEntity {
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  dismissedId: string;

  @Column('timestamptz')
  dismissedAt: Date;
}
