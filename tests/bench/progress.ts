/** Tells on stderr what is going on once a piece of work has taken a second, and how long it took. */
export async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const began = Date.now();
  const slow = setTimeout(() => process.stderr.write(`${name} …\n`), 1000);
  try {
    const value = await work();
    const seconds = (Date.now() - began) / 1000;
    if (seconds >= 1) process.stderr.write(`${name}: done in ${seconds.toFixed(1)} s\n`);
    return value;
  } finally {
    clearTimeout(slow);
  }
}
