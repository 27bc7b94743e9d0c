import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../ground/child.js';
import type { Done, Order } from './phones-child.js';

/** The phones of a room, in a program of their own: what they cost is not the server's. */
export class CrowdOfPhones {
  private constructor(private readonly program: ChildProcess) {}

  static async start(): Promise<CrowdOfPhones> {
    const program = fork(inProject('tests/dist/bench/room/phones-child.js'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(program, 'message');
    return new CrowdOfPhones(program);
  }

  /** One order at a time; gives its times. */
  async does(order: Order): Promise<readonly number[]> {
    const answered = once(this.program, 'message');
    this.program.send(order);
    const [done] = (await answered) as [Done];
    if (done.kind === 'failed') throw new Error(done.message);
    return done.kind === 'done' ? done.times : [];
  }

  async stop(): Promise<void> {
    const ended = once(this.program, 'exit');
    this.program.disconnect();
    await ended;
  }
}
