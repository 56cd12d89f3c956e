import { tidyName } from '@parley/domain/offer/attachment/attachment';
import { wrongAtSight, wrongSize } from '@parley/domain/offer/attachment/file';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../../lib/failure.ts';
import { callWithFile, inHeader } from '../../../lib/file/call.ts';
import { newKey } from '../../../lib/press.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** A file on its way to an offer, perhaps in the place of another one. */
export type Choice = { file: File; name: string; replaces: string | null; key: string };

const offline = 'The server cannot be reached. The file is still chosen: send it again when you are connected.';

function sentenceOf(error: unknown): string {
  const { code, message, fields } = failureOf(error);
  if (code === 'OFFLINE') return offline;
  if (code === 'UNAUTHORIZED') return 'Your session has ended. Sign in again, then send the file once more.';
  return fields[0]?.message ?? message;
}

/** Keeps files with an offer: looked at first, then sent, with how far it is; what did not go stays chosen. */
export function useSending(offerId: string) {
  const trpc = useTRPC();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const [kept, setKept] = useState<string | null>(null);
  const send = useMutation({
    mutationKey: trpc.attachment.keep.mutationKey(),
    // without a line it says so at once, and waits for no other press
    networkMode: 'always',
    gcTime: 0,
    mutationFn: ({ file, name, replaces, key }: Choice) => {
      const headers = { 'content-type': 'application/octet-stream', 'x-parley-offer': offerId, 'x-parley-name': inHeader(name) };
      const also: Record<string, string> = replaces === null ? {} : { 'x-parley-replaces': replaces };
      return callWithFile({ path: 'attachment.keep', headers: { ...headers, ...also }, body: file, key, onProgress: setShare });
    },
    onMutate: () => {
      setShare(0);
      setWrong(null);
    },
    onSuccess: (_, { name }) => {
      setChoice(null);
      setKept(name);
    },
    onError: (error) => setWrong(sentenceOf(error)),
  });
  const pick = async (file: File, replaces: string | null = null) => {
    const name = tidyName(file.name);
    const made = { file, name, replaces, key: newKey() };
    setKept(null);
    const sight = wrongSize(file.size) ?? wrongAtSight(name, new Uint8Array(await file.arrayBuffer()));
    setWrong(sight);
    setChoice(sight === null ? made : null);
    if (sight === null) send.mutate(made);
  };
  return {
    choice,
    wrong,
    /** The name of what has just been kept. */
    kept,
    /** From 0 to 1. */
    share,
    isBusy: send.isPending,
    pick: (file: File, replaces?: string | null) => void pick(file, replaces),
    again: () => choice && send.mutate(choice),
  };
}

export type Sending = ReturnType<typeof useSending>;
