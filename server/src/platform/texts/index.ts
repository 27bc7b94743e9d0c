export { Texts } from './texts.js';
export { TextsModule } from './texts.module.js';
