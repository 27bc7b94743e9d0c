import { useMemo, useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useLanguage, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Segments } from '../../../ui/form/segments.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import type { DoorPerson } from '../api.js';
import { DoorCounts } from '../components/people/door-counts.js';
import { nameOf } from '../components/people/person-name.js';
import { PersonLine } from '../components/people/person-line.js';
import { useThisDoor } from '../door-context.js';
import styles from './people-screen.module.css';

const GROUPS = ['missing', 'in', 'waiting'] as const;
type Group = (typeof GROUPS)[number];
const EMPTY = { missing: 'noneMissingTitle', in: 'noneInTitle', waiting: 'noneWaitingTitle' } as const;

function groupOf({ attendance, registration }: DoorPerson): Group | undefined {
  if (attendance === 'in') return 'in';
  if (registration === 'waiting') return 'waiting';
  return registration === 'confirmed' ? 'missing' : undefined;
}

/** Who is missing and who is in, live. */
export function PeopleScreen() {
  const text = useText();
  const { locale } = useLanguage();
  const { evening, snapshot, acts } = useThisDoor();
  const { people } = snapshot;
  const [group, setGroup] = useState<Group>('missing');
  usePage(text('door.people.title'));

  const sorted = useMemo(() => {
    const collator = new Intl.Collator(locale === 'fi-selko' ? 'fi' : locale);
    return people.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
  }, [people, locale]);
  const byId = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  const shown = sorted.filter((person) => groupOf(person) === group);
  const refusal = acts.result?.kind === 'refused' ? problemText(text, acts.result.error) : undefined;

  return (
    <>
      <PageHeader title={text('door.people.title')} />
      <DoorCounts people={people} />
      <Segments
        legend={text('door.people.show')}
        value={group}
        onChange={setGroup}
        choices={GROUPS.map((value) => ({
          value,
          label: text(`door.people.${value}`, {
            count: people.filter((person) => groupOf(person) === value).length,
          }),
        }))}
      />
      {refusal ? (
        <Notice kind="error" announce title={refusal.title}>
          {refusal.detail}
        </Notice>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState title={text(`door.people.${EMPTY[group]}`)}>{text('door.people.none')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.map((person) => (
            <li key={person.id}>
              <PersonLine person={person} companionOf={byId.get(person.accompaniesId ?? '')} withCode />
              {group === 'in' ? null : (
                <Button
                  look="secondary"
                  aria-label={text('door.people.checkInNamed', { name: nameOf(person) })}
                  onClick={() => void acts.checkIn({ by: 'registration', id: person.id })}
                >
                  {text('door.people.checkIn')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <LinkButton look="quiet" href={`/door/${evening}`}>
        {text('door.walkIn.back')}
      </LinkButton>
    </>
  );
}
