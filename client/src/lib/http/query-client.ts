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
        // Asked also where the browser says there is no network: what fails is told, or answered by what was kept. A
        // paused one would say nothing.
        networkMode: 'always',
        refetchOnReconnect: false,
      },
      // `request` itself repeats a write, with its operation id.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
