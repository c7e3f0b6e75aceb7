// The check of Standard Webhooks 1.0 without a library, for an n8n Code node, a Zapier code step or any Node server.
// `body` is the raw text as it came: parsed and written again, JSON is another text, and its signature another one.
const { createHmac, timingSafeEqual } = require('node:crypto');

function checkSignature({ secret, headers, body, now = Date.now() }) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = (headers['webhook-signature'] || '').split(' ');
  if (!id || !/^\d+$/.test(timestamp || '')) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`);
  // After a rotation there are two: either will do.
  return signatures.some((each) => each.length === wanted.length && timingSafeEqual(Buffer.from(each), wanted));
}

module.exports = { checkSignature };
