import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../../lib/http/problem-error.js';
import { randomUuid } from '../../../lib/http/uuid.js';
import type { StepUpQuestion } from '../../../lib/step-up/step-up.js';
import { requestCode } from './api.js';

interface Asked {
  /** Masked; undefined when no code was sent. */
  readonly address?: string;
  /** When another may be asked for, by this device's clock. */
  readonly resendAt: number;
  readonly failure?: unknown;
}

function after(seconds: number): number {
  return Date.now() + seconds * 1000;
}

async function ask(question: StepUpQuestion): Promise<Asked> {
  try {
    const { address, resendSeconds } = await requestCode(question);
    return { address, resendAt: after(resendSeconds) };
  } catch (failure) {
    const wait = isProblem(failure, 'too-many-requests') ? Number(failure.data['seconds'] ?? 0) : 0;
    return { failure, resendAt: after(wait) };
  }
}

/** Asks for a code at once, and for another whenever `send` is called. */
export function useSentCode(question: StepUpQuestion) {
  const [dialog] = useState(randomUuid);
  const [turn, setTurn] = useState(1);
  const { data, isPending } = useQuery({
    queryKey: ['step-up-code', dialog, question, turn],
    queryFn: () => ask(question),
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  });
  return {
    isSending: isPending,
    address: data?.address,
    resendAt: data?.resendAt ?? 0,
    failure: data?.failure,
    /** How many were asked for in this dialog. */
    turn,
    send: () => setTurn((before) => before + 1),
  };
}
