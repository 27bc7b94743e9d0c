import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Others may be told what I offer and need"; what each person chose about suggestions of whom to meet. */
export class TellOffers1795310910000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registrations ADD offers_may_be_told boolean NOT NULL DEFAULT false');
    await runner.query(`
      CREATE TABLE suggestion_stops (
        registration_id uuid NOT NULL,
        stopped_at timestamptz NOT NULL,
        CONSTRAINT pk_suggestion_stops PRIMARY KEY (registration_id),
        CONSTRAINT fk_suggestion_stops_registration_id FOREIGN KEY (registration_id)
          REFERENCES registrations (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE dismissed_suggestions (
        registration_id uuid NOT NULL,
        dismissed_id uuid NOT NULL,
        dismissed_at timestamptz NOT NULL,
        CONSTRAINT pk_dismissed_suggestions PRIMARY KEY (registration_id, dismissed_id),
        CONSTRAINT fk_dismissed_suggestions_registration_id FOREIGN KEY (registration_id)
          REFERENCES registrations (id) ON DELETE CASCADE,
        CONSTRAINT fk_dismissed_suggestions_dismissed_id FOREIGN KEY (dismissed_id)
          REFERENCES registrations (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX ix_dismissed_suggestions_dismissed_id ON dismissed_suggestions (dismissed_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dismissed_suggestions');
    await runner.query('DROP TABLE suggestion_stops');
    await runner.query('ALTER TABLE registrations DROP offers_may_be_told');
  }
}
