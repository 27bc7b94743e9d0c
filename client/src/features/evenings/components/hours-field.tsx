import { isOfficeTime } from '@hillo/domain/evenings';
import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { TextField } from '../../../ui/form/text-field.js';
import { endWall, questionOf, splitWall, type WallTime } from '../wall-times.js';
import styles from './hours-field.module.css';
import { WallQuestion } from './wall-question.js';

export interface WrittenHours {
  startsAt: WallTime;
  endsAt: WallTime;
}

export const HOURS_POINTERS = {
  '#/startsAt/wall': 'day',
  '#/endsAt/wall': 'end-time',
  '#/time/startsAt/wall': 'day',
  '#/time/endsAt/wall': 'end-time',
} as const;

/** What is missing before the hours can be sent, by the control's id. */
export function checkHoursWritten(
  { startsAt, endsAt }: WrittenHours,
  timeZone: string,
  words: { missing: string; choose: string },
): Record<string, string> {
  const missing: Record<string, string> = {};
  const start = splitWall(startsAt.wall);
  if (start.day === '') missing['day'] = words.missing;
  if (start.time === '') missing['start-time'] = words.missing;
  if (splitWall(endsAt.wall).time === '') missing['end-time'] = words.missing;
  const asked: readonly (readonly [string, WallTime])[] = [
    ['start-choice', startsAt],
    ['end-choice', endsAt],
  ];
  for (const [id, time] of asked)
    if (questionOf(time, timeZone).kind === 'twice' && time.choice === undefined) missing[id] = words.choose;
  return missing;
}

interface HoursFieldProps {
  value: WrittenHours;
  timeZone: string;
  errors: Readonly<Record<string, string>>;
  onChange: (hours: WrittenHours) => void;
}

/** Day and hours; a kind word when most volunteers are at work then (S29). */
export function HoursField({ value, timeZone, errors, onChange }: HoursFieldProps) {
  const text = useText();
  const { day, time: start } = splitWall(value.startsAt.wall);
  const end = splitWall(value.endsAt.wall).time;
  const change = (next: { day?: string; start?: string; end?: string }) => {
    const written = { day, start, end, ...next };
    onChange({
      startsAt: { wall: `${written.day}T${written.start}` },
      endsAt: { wall: endWall(written.day, written.start, written.end) || `T${written.end}` },
    });
  };
  return (
    <>
      <div className={styles.hours}>
        <TextField
          id="day"
          type="date"
          label={text('planning.new.day')}
          required
          value={day}
          error={errors['day']}
          onChange={({ target }) => change({ day: target.value })}
        />
        <TextField
          id="start-time"
          type="time"
          label={text('planning.new.start')}
          required
          value={start}
          error={errors['start-time']}
          onChange={({ target }) => change({ start: target.value })}
        />
        <TextField
          id="end-time"
          type="time"
          label={text('planning.new.end')}
          required
          value={end}
          error={errors['end-time']}
          onChange={({ target }) => change({ end: target.value })}
        />
      </div>
      <WallQuestion
        id="start-choice"
        time={value.startsAt}
        timeZone={timeZone}
        error={errors['start-choice']}
        onChange={(startsAt) => onChange({ ...value, startsAt })}
      />
      <WallQuestion
        id="end-choice"
        time={value.endsAt}
        timeZone={timeZone}
        error={errors['end-choice']}
        onChange={(endsAt) => onChange({ ...value, endsAt })}
      />
      {day !== '' && start !== '' && isOfficeTime(value.startsAt.wall) ? (
        <Notice title={text('planning.new.officeTitle')}>{text('planning.new.officeText')}</Notice>
      ) : null}
    </>
  );
}
