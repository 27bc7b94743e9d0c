import fc from 'fast-check';

// The same cases in every `npm test`, so that it fails for what was changed; new ones in every full run.
if (process.env['HILLO_TEST_FULL'] !== '1') fc.configureGlobal({ seed: 20_261_122 });
