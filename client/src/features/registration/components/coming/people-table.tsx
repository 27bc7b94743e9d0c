import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { formatSpokenCode } from '@hillo/domain/door';
import { personName } from '../../../../lib/texts/person-name.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Table } from '../../../../ui/data/table.js';
import { Marker } from '../../../../ui/marker/marker.js';
import type { ComingPerson, Move } from '../../coming-api.js';
import styles from './coming.module.css';

interface PeopleTableProps {
  people: readonly ComingPerson[];
  onEdit: (person: ComingPerson) => void;
  onMove: (person: ComingPerson, move: Move) => void;
}

export function PeopleTable({ people, onEdit, onMove }: PeopleTableProps) {
  const text = useText();
  return (
    <Table
      caption={text('coming.title')}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: text('coming.column.name'),
          cell: (person) => (
            <span className={styles.person}>
              <bdi>{`${personName(text, person.firstName)} ${person.lastName}`.trim()}</bdi>
              <bdi className={styles.soft}>{person.affiliation}</bdi>
              <bdi className={styles.soft}>
                {[person.email, person.phone].filter((part) => part !== null).join(' · ')}
              </bdi>
            </span>
          ),
        },
        {
          key: 'sector',
          header: text('coming.column.sector'),
          cell: ({ side, mark }) => (
            <span className={styles.sector}>
              <Marker jam={SIDE_JAMS[side]} icon={MARK_ICONS[mark]} size="s" />
              {text(`sectors.names.${mark}`)}
            </span>
          ),
        },
        {
          key: 'state',
          header: text('coming.column.state'),
          cell: (person) => <State person={person} />,
        },
        {
          key: 'code',
          header: text('coming.column.code'),
          cell: ({ spokenCode }) => formatSpokenCode(spokenCode),
        },
        {
          key: 'actions',
          header: text('coming.column.actions'),
          cell: (person) => (
            <span className={styles.actions}>
              <Button look="secondary" onClick={() => onEdit(person)}>
                {text('coming.edit.action')}
              </Button>
              {person.state === 'waiting' && person.kind === 'person' ? (
                <Button look="secondary" onClick={() => onMove(person, 'promote')}>
                  {text('coming.move.promote')}
                </Button>
              ) : null}
            </span>
          ),
        },
      ]}
    />
  );
}

/** Whether somebody comes, and what there is to notice. */
function State({ person }: { person: ComingPerson }) {
  const text = useText();
  const { kind, state, checkedInAt, isUnconfirmed, duplicate, seatsBefore } = person;
  return (
    <span className={styles.marks}>
      <span>{text(checkedInAt === null ? `coming.state.${state}` : 'coming.filter.checked-in')}</span>
      {kind === 'person' ? null : (
        <span>{`${text(`coming.kind.${kind}`)}: ${text('coming.mark.comesWith')}`}</span>
      )}
      {seatsBefore === null ? null : <span>{text('coming.mark.place', { place: seatsBefore + 1 })}</span>}
      {isUnconfirmed ? <span className={styles.mark}>{text('coming.mark.unconfirmed')}</span> : null}
      {duplicate === null ? null : (
        <span className={styles.mark}>{text(`coming.mark.duplicate.${duplicate}`)}</span>
      )}
    </span>
  );
}
