// Writes one line per person into a Google sheet. In the sheet: Extensions > Apps Script, paste, set KEY, then
// Deploy > New deployment > Web app, execute as yourself, access "Anyone". Use its address with ?key=... as the destination's.
// A web app sees no headers, so it cannot check a signature: the key in the address replaces it.
const KEY = 'put a long random text here';
const OURS = ['id', 'time', 'number', 'outcome', 'attempts', 'keys', 'seconds', 'recording', 'import'];

function doPost(e) {
  if (e.parameter.key !== KEY) return said('wrong key');
  const event = JSON.parse(e.postData.contents);
  if (event.type !== 'contact.finished') return said('not needed');
  // Without a lock, two copies of an event at once would both find that its id is missing.
  const lock = LockService.getScriptLock();
  lock.waitLock(15000);
  try {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const rows = sheet.getDataRange().getValues();
    // A column without a heading still has its place: a person who inserted it moved the others.
    const headings = rows[0].slice(0, rows[0].reduce((width, heading, at) => (heading === '' ? width : at + 1), 0));
    const { data } = event;
    const columns = {};
    for (const name of Object.keys(data.columns))
      columns[OURS.indexOf(name) < 0 ? name : `${name} (file)`] = data.columns[name];
    const line = Object.assign({}, columns, {
      id: event.id,
      time: data.at || event.timestamp,
      number: data.number,
      outcome: data.outcome,
      attempts: data.attempts,
      keys: data.keys,
      seconds: data.durationSeconds,
      recording: data.recording,
      import: data.import.name,
    });
    const added = OURS.concat(Object.keys(columns)).filter((name) => headings.indexOf(name) < 0);
    const wanted = headings.concat(added);
    if (added.length > 0) sheet.getRange(1, 1, 1, wanted.length).setValues([wanted.map(plain)]);
    const column = wanted.indexOf('id');
    // The same event may come twice; the second time its id is already there.
    if (rows.some((row) => row[column] === event.id)) return said('known');
    sheet.appendRow(wanted.map((name) => plain(line[name])));
    return said('added');
  } finally {
    lock.releaseLock();
  }
}

// Sheets would run a cell that begins like a formula; the apostrophe is its own mark for text.
function plain(value) {
  if (value === undefined || value === null) return '';
  return /^[=+@-]/.test(String(value)) ? `'${value}` : value;
}

// An HtmlOutput, because a TextOutput is answered with a redirect, which counts as a failure.
function said(text) {
  return HtmlService.createHtmlOutput(text);
}
