/** A body that sends some bytes, then nothing until its sender breaks off. */
export function breakingSender(bytes: Uint8Array): {
  readonly body: ReadableStream<Uint8Array>;
  readonly breakOff: () => void;
} {
  const { promise: broken, resolve: breakOff } = Promise.withResolvers<void>();
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (!sent) {
        sent = true;
        controller.enqueue(bytes);
        return;
      }
      await broken;
      controller.error(new Error('The sender went away'));
    },
  });
  return { body, breakOff };
}
