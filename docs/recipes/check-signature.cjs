// The check of Standard Webhooks 1.0 without a library, for an n8n Code node, a Zapier code step or any Node server.
// `body` must be the raw text as it came: JSON that was parsed and written again is another text and has another signature.
const { createHmac, timingSafeEqual } = require('node:crypto');

function checkSignature({ secret, headers, body, now = Date.now() }) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = (headers['webhook-signature'] || '').split(' ');
  if (!id || !/^\d+$/.test(timestamp || '')) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`);
  // After a rotation there are several signatures; one that matches is enough.
  return signatures.some((each) => each.length === wanted.length && timingSafeEqual(Buffer.from(each), wanted));
}

module.exports = { checkSignature };
