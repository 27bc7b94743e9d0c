// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../http/problem-error.js';
import { useForm } from './use-form.js';

const saved = { name: 'Ilta' };
const refusal = new ProblemError('invalid-input', 400, {
  type: '',
  title: 'Tarkista',
  status: 400,
  detail: '',
  code: 'invalid-input',
  errors: [{ pointer: '#/name', code: 'required', detail: 'Täytä tämä kohta.' }],
});

function form(send: (written: typeof saved) => Promise<unknown>, keep?: string) {
  return renderHook(() =>
    useForm({ saved, send, fields: { '#/name': 'name-field' }, ...(keep === undefined ? {} : { keep }) }),
  );
}

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

describe('useForm', () => {
  it('keeps what was typed when the server refuses, and tells beside the field', async () => {
    const { result } = form(() => Promise.reject(refusal));
    act(() => result.current.write({ name: '' }));
    await act(() => result.current.submit());
    expect(result.current.written).toEqual({ name: '' });
    expect(result.current.errors).toEqual({ 'name-field': 'Täytä tämä kohta.' });
    expect(result.current.failure).toBeUndefined();
  });

  it('sends once however often it is pressed', async () => {
    let done = () => undefined as void;
    const send = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (done = resolve)));
    const { result } = form(send);
    await act(async () => {
      void result.current.submit();
      void result.current.submit();
    });
    await act(async () => done());
    expect(send).toHaveBeenCalledOnce();
    expect(result.current.state).toBe('saved');
  });

  it('finds its draft again after leaving the page, until it is saved or thrown away', async () => {
    const first = form(() => Promise.resolve(), 'evening');
    act(() => first.result.current.write({ name: 'Uusi nimi' }));
    first.unmount();
    const second = form(() => Promise.resolve(), 'evening');
    expect(second.result.current.written).toEqual({ name: 'Uusi nimi' });
    expect(second.result.current.isUnsaved).toBe(true);
    act(() => second.result.current.discard());
    second.unmount();
    expect(form(() => Promise.resolve(), 'evening').result.current.written).toEqual(saved);
  });

  it('tells a failure that belongs to no field', async () => {
    const { result } = form(() => Promise.reject(new ProblemError('network-failure', 0)));
    await act(() => result.current.submit());
    expect(result.current.failure).toBeInstanceOf(ProblemError);
  });
});
