import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The demonstration that was loaded into this database. The row stays when it has been removed, so that it is not loaded again. */
@Entity('demonstrations')
export class DemonstrationEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Its invented organisation; no foreign key, for the row outlives it. */
  @Column('uuid')
  organisationId: string;

  /** Its invented members. */
  @Column('uuid', { array: true })
  accountIds: string[];

  @Column('timestamptz')
  loadedAt: Date;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}
