import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem-error.js';

/** Only what may go away by itself is read again: no answer, or a server that is briefly gone. */
function mayPass(error: Error): boolean {
  return isProblem(error) && (error.code === 'network-failure' || error.status >= 500);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 3 && mayPass(error),
        refetchOnWindowFocus: true,
      },
      // `request` itself repeats a write, with its operation id.
      mutations: { retry: false },
    },
  });
}
