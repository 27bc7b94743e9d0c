import { useQueryClient } from '@tanstack/react-query';
import { LOCALES } from '@hillo/domain/shared';
import { nextScene, sceneBefore, sceneKey, stageColour } from '@hillo/domain/stage';
import { createElement, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { keepAnswers } from '../../../lib/offline/kept-reads.js';
import { keepShell } from '../../../lib/offline/release.js';
import { useReach } from '../../../lib/offline/use-reach.js';
import { usePage } from '../../../lib/page/use-page.js';
import { whenIdle } from '../../../lib/page/when-idle.js';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useDates, useLanguage, useText } from '../../../lib/texts/texts.js';
import { VisuallyHidden } from '../../../ui/text/visually-hidden.js';
import { type HeardStage, useStage } from '../api.js';
import { fetchScenes, sceneComponents } from '../scenes/registry.js';
import { useDrive } from '../use-drive.js';
import { useTold } from '../use-told.js';
import { StageControls } from './stage-controls.js';
import { useStageKeys } from './use-stage-keys.js';
import { useTheme } from './use-theme.js';
import { toggleFullscreen, useWakeLock } from './whole-screen.js';
import styles from './stage.module.css';

/** The big screen of an evening. It follows the hosts, and keeps its picture when the network goes. */
export function StageScreen() {
  const { evening = '' } = useParams();
  const client = useQueryClient();
  const heard = useStage(evening, 'panel-desk');
  useEffect(() => keepAnswers(client), [client]);
  useEffect(() => whenIdle(() => keepShell('stage')), []);
  useEffect(() => whenIdle(fetchScenes), []);
  useWakeLock();
  return (
    <TextsProvider bundle="stage" timeZone={heard.stage.evening.timeZone}>
      <Picture evening={evening} {...heard} />
    </TextsProvider>
  );
}

function Picture({ evening, stage, heardAt }: HeardStage & { evening: string }) {
  const text = useText();
  // The picture before stays until the next one can be drawn.
  const drawn = useDeferredValue(stage);
  const { away } = useReach();
  const drive = useDrive(evening, stage);
  const [isBlack, setBlack] = useState(false);
  const [isStill, setStill] = useState(false);
  const [asksHelp, setHelp] = useState(false);
  const [theme, turnTheme] = useTheme();
  const { locale, choose } = useLanguage();
  const standing = { sheet: stage.sheet, current: stage.scene, previous: stage.previous };
  const acts = {
    next: () => void drive.show(nextScene(standing)),
    back: () => void drive.show(sceneBefore(standing)),
    fullscreen: toggleFullscreen,
    black: () => setBlack((on) => !on),
    still: () => setStill((on) => !on),
    help: () => setHelp((on) => !on),
    theme: turnTheme,
    language: () => choose(LOCALES[(LOCALES.indexOf(locale) + 1) % LOCALES.length] ?? locale),
  };
  useStageKeys(acts, isBlack);
  const name = text(`stage.scene.${stage.scene.scene}`);
  usePage(`${name} · ${stage.evening.name}`);
  useTold(name);
  return (
    <div className={styles.stage} data-colour={stageColour(stage.evening.id)} data-theme={theme}>
      <header className={styles.head}>
        <span className={styles.evening}>
          {drawn.scene.scene === 'welcome' ? drawn.evening.venue : drawn.evening.name}
        </span>
        <span className={styles.organiser}>{stage.evening.organiser}</span>
      </header>
      <main className={styles.picture} id="main" data-scene={drawn.scene.scene}>
        <Suspense fallback={<VisuallyHidden>{text('app.loading')}</VisuallyHidden>}>
          {createElement(sceneComponents[drawn.scene.scene], {
            key: sceneKey(drawn.scene),
            stage: drawn,
            isLive: !away,
            isStill,
          })}
        </Suspense>
      </main>
      <footer className={styles.foot}>
        <Connection away={away} heardAt={heardAt} />
        {isStill ? <p className={styles.sign}>{text('stage.still')}</p> : null}
      </footer>
      <StageControls acts={acts} drive={drive} asksHelp={asksHelp} isStill={isStill} />
      {isBlack ? (
        <button type="button" className={styles.black} onClick={acts.black}>
          <VisuallyHidden>{text('stage.keys.unblack')}</VisuallyHidden>
        </button>
      ) : null}
    </div>
  );
}

/** Quiet while all is well; without network it says of when the picture is. */
function Connection({ away, heardAt }: { away: boolean; heardAt: string }) {
  const text = useText();
  const dates = useDates();
  return away ? (
    <p className={styles.sign}>{text('stage.away', { time: dates.write(heardAt, 'time') })}</p>
  ) : null;
}
