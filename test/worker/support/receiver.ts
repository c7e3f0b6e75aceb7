import { env } from 'cloudflare:workers';
import { z } from 'zod';

const receivedSchema = z.array(z.object({ headers: z.record(z.string(), z.string()), body: z.string() }));

interface ReceiverAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly dies?: boolean;
  readonly endless?: boolean;
}

/** The receiver of webhooks, on the port after the stand-in's; a test reads what it received and sets its answers. */
export function receiverAt(name: string) {
  const { hostname, port } = new URL(env.EXOTEL_BASE_URL ?? '');
  const url = `http://${hostname}:${Number(port) + 1}/hooks/${name}`;
  return {
    url,
    received: async () => receivedSchema.parse(await (await fetch(url)).json()),
    answers: async (...answers: ReceiverAnswer[]) => {
      await fetch(url, { method: 'PUT', body: JSON.stringify(answers) });
    },
  };
}
