import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** A change of this (the address) tries the children again. */
  resetKey: string;
  renderFailure: (error: unknown, retry: () => void) => ReactNode;
  children: ReactNode;
}
interface Caught {
  readonly failed: boolean;
  readonly error: unknown;
}

/** Shows a page instead of nothing when drawing fails; React has no hook for this. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Caught> {
  override state: Caught = { failed: false, error: undefined };

  static getDerivedStateFromError(error: unknown): Caught {
    return { failed: true, error };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.retry();
  }

  retry = (): void => this.setState({ failed: false, error: undefined });

  override render(): ReactNode {
    return this.state.failed ? this.props.renderFailure(this.state.error, this.retry) : this.props.children;
  }
}

/** A part of the application that a newer release has replaced, or that the network did not bring. */
export function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script failed|error loading/i.test(error.message)
  );
}
