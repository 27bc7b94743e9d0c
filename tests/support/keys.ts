/** Keys of the test run; nothing real is encrypted or signed with them. */
export const TEST_KEYS = {
  FIELD_KEY: `test:${Buffer.alloc(32, 1).toString('base64')}`,
  LINK_KEY: `test:${Buffer.alloc(32, 2).toString('base64')}`,
} as const;
