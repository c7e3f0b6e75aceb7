import { SINK_KINDS, type Sink, type SinkKind } from '../../shared/protocol/sink.ts';
import { addressMac, isSameMac } from '../callbacks/address-mac.ts';

function macOf(secret: string, id: string, kind: SinkKind): Promise<string> {
  return addressMac(secret, `dialsheet sink v1\n${id}\n${kind}`);
}

async function sinkUrl(base: string, secret: string, id: string, kind: SinkKind): Promise<string> {
  return `${base}/sinks/${id}/${await macOf(secret, id, kind)}/${kind}`;
}

/** The addresses to paste into campaigns, flows and scripts. They follow from id and secret, so nothing is stored. */
export async function sinkUrls(base: string, secret: string, id: string): Promise<Sink['urls']> {
  const at = (kind: SinkKind) => sinkUrl(base, secret, id, kind);
  const [call, schedule, campaign, sms, passthru] = await Promise.all([
    at('call'),
    at('schedule'),
    at('campaign'),
    at('sms'),
    at('passthru'),
  ]);
  return { call, schedule, campaign, sms, passthru };
}

/** Checked before any object is touched, so that a forged address costs nothing more. */
export async function isSinkAddress(
  secret: string,
  { id, mac, kind }: { readonly id: string; readonly mac: string; readonly kind: string },
): Promise<boolean> {
  const known = SINK_KINDS.find((each) => each === kind);
  return known !== undefined && id.length <= 64 && isSameMac(mac, await macOf(secret, id, known));
}
