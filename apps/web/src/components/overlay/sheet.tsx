import { Modal, type ModalProps } from './modal.tsx';

/** A panel from below on a phone, from the right on anything wider. */
export function Sheet(props: Omit<ModalProps, 'look'>) {
  return (
    <Modal
      {...props}
      look="m-0 mt-auto w-full max-w-none max-h-[86dvh] inset-x-0 bottom-0 rounded-t-lg animate-rise sm:mt-0 sm:ml-auto sm:left-auto sm:right-0 sm:top-0 sm:h-dvh sm:max-h-dvh sm:w-panel sm:rounded-none"
    />
  );
}
