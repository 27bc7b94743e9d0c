export type Sign = 'info' | 'success' | 'warning' | 'error';

/** Each sign has an outline of its own, so that it is told apart without colour. */
const drawings: Record<Sign, string> = {
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v6M12 7.2v.1',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.4l2.8 2.8L16 9.6',
  warning: 'M12 3.5 22 20.5H2zM12 10v5M12 17.6v.1',
  error: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v6M12 16.4v.1',
};

export function SignIcon({ sign }: { sign: Sign }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.5em"
      height="1.5em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[sign]} />
    </svg>
  );
}
