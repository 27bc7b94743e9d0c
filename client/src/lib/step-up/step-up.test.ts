import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../http/problem-error.js';
import { withCode } from './step-up.js';

const needed = () => Promise.reject(new ProblemError('step-up-needed', 403));

describe('withCode', () => {
  it('asks for no code where none is needed', async () => {
    const ask = vi.fn<() => Promise<boolean>>(async () => true);
    expect(await withCode(async () => 7, ask)).toEqual({ value: 7 });
    expect(ask).not.toHaveBeenCalled();
  });

  it('does the same again after the code', async () => {
    const act = vi.fn<() => Promise<string>>().mockImplementationOnce(needed).mockResolvedValue('file');
    expect(await withCode(act, async () => true)).toEqual({ value: 'file' });
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('asks once more when the ten minutes were over in between', async () => {
    const act = vi
      .fn<() => Promise<string>>()
      .mockImplementationOnce(needed)
      .mockImplementationOnce(needed)
      .mockResolvedValue('file');
    expect(await withCode(act, async () => true)).toEqual({ value: 'file' });
  });

  it('does nothing more when the person gives up', async () => {
    const act = vi.fn<() => Promise<never>>(needed);
    expect(await withCode(act, async () => false)).toBeUndefined();
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('leaves every other failure as it is', async () => {
    const ask = vi.fn<() => Promise<boolean>>(async () => true);
    const refused = () => Promise.reject(new ProblemError('not-allowed', 403));
    await expect(withCode(refused, ask)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(ask).not.toHaveBeenCalled();
  });
});
