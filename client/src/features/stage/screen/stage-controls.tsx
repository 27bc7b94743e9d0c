import { useProblemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import type { Drive } from '../use-drive.js';
import type { StageActs } from './use-stage-keys.js';
import styles from './stage.module.css';

interface StageControlsProps {
  acts: StageActs;
  drive: Drive;
  asksHelp: boolean;
  isStill: boolean;
}

const HELP = ['next', 'back', 'fullscreen', 'black', 'still', 'theme', 'language', 'help'] as const;

/** For whoever stands at the computer: hidden from the hall until the mouse moves over them or they have the focus. */
export function StageControls({ acts, drive, asksHelp, isStill }: StageControlsProps) {
  const text = useText();
  const buttons = [
    ['back', text('stage.keys.back')],
    ['next', text('stage.keys.next')],
    ['still', text(isStill ? 'stage.keys.move' : 'stage.keys.still')],
    ['fullscreen', text('stage.keys.fullscreen')],
    ['help', text('stage.keys.help')],
  ] as const;
  return (
    <>
      <nav className={styles.controls} aria-label={text('stage.keys.title')}>
        {buttons.map(([act, words]) => (
          <button key={act} type="button" onClick={acts[act]}>
            {words}
          </button>
        ))}
      </nav>
      {drive.failure === undefined ? null : <Failure error={drive.failure} />}
      <Dialog open={asksHelp} title={text('stage.keys.title')} onClose={acts.help}>
        <dl className={styles.keys}>
          {HELP.map((act) => (
            <div key={act}>
              <dt>{text(`stage.key.${act}`)}</dt>
              <dd>{text(`stage.keys.${act}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

function Failure({ error }: { error: unknown }) {
  const { title, detail } = useProblemText(error);
  return (
    <output className={styles.failure}>
      {title} {detail}
    </output>
  );
}
