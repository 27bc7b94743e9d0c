import { useText } from '../../../../lib/texts/texts.js';
import { VisuallyHidden } from '../../../../ui/text/visually-hidden.js';
import styles from './way-picker.module.css';

export const WAYS = ['scan', 'name', 'code'] as const;
export type Way = (typeof WAYS)[number];

/** The three ways to find who stands at the door, side by side under the thumb. */
export function WayPicker({ way, onChoose }: { way: Way; onChoose: (way: Way) => void }) {
  const text = useText();
  return (
    <fieldset className={styles.ways}>
      <legend>
        <VisuallyHidden>{text('door.ways.legend')}</VisuallyHidden>
      </legend>
      {WAYS.map((value) => (
        <label key={value} className={styles.way}>
          <input
            type="radio"
            name="way"
            value={value}
            checked={value === way}
            onChange={() => onChoose(value)}
          />
          <span>{text(`door.ways.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
