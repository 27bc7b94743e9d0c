import type { BootWords } from './boot-words.js';

/** Before the texts are there. */
export function BootWaiting({ words }: { words: BootWords }) {
  return <output className="boot">{words.loading}</output>;
}

/** The texts themselves could not be fetched. */
export function BootFailure({ words }: { words: BootWords }) {
  return (
    <div className="boot" role="alert">
      <p>
        {words.failure}{' '}
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </p>
    </div>
  );
}
