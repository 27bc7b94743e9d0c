import type { BootWords } from './boot-words.js';

/** Before the texts are there. */
export function BootWaiting({ words }: { words: BootWords }) {
  return (
    <div className="boot" role="status">
      <p>{words.loading}</p>
    </div>
  );
}

/** The texts themselves could not be fetched. */
export function BootFailure({ words }: { words: BootWords }) {
  return (
    <div className="boot" role="alert">
      <p>
        {words.failure} <a href="">{words.reload}</a>
      </p>
    </div>
  );
}
