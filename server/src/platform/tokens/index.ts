export { DerivedTokens, hashSecret, hashToken, type TokenKind } from './derived-tokens.js';
export { FieldCipher } from './field-cipher.js';
export { TokensModule } from './tokens.module.js';
