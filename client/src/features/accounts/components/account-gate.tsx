import type { ReactNode } from 'react';
import { useAccount } from '../api.js';
import { SignInScreen } from '../screens/sign-in-screen.js';

/** What stands inside is for members; others are asked to sign in, at the address they wanted. */
export function AccountGate({ children }: { children: ReactNode }) {
  return useAccount() ? children : <SignInScreen />;
}
