/**
 * What the tables and the prose of Exotel's pages name beside the samples: a heading of docs/exotel-coverage.md, then
 * one name a line. Names under "Words" have before them what they are a value of.
 */
const WRITTEN = `
# Calls
POST /campaigns
GET /campaigns
GET /campaigns/<id>
PUT /campaigns/<id>
PUT /campaigns/<id> action
DELETE /campaigns/<id>
GET /campaigns/<id>/call-details
PUT /message-campaigns/<id> action

# Address and credentials
<your_api_key>
<your_api_token>
<subdomain>
<your_sid>
<id>
Authorization
Content-Type
cache-control

# Sent: a voice campaign
from
lists
caller_id
campaign_type
flow_type
repeat_menu_attempts
url
read_via_text
name
type
call_duplicate_numbers
retries
schedule
schedule.send_at
schedule.end_at
call_status_callback
call_schedule_callback
status_callback
mode
throttle
custom_field

# Sent: an action
action

# Asked: campaigns
offset
limit
name
status
sort_by
type

# Asked: calls
offset
limit
status
sort_by

# Words
campaign_type static
campaign_type dynamic
flow_type ivr
flow_type greeting
type trans
mode auto
mode custom
mechanism Exponential
on_status failed
on_status busy
on_status no-answer
read_via_text @@
url start_voice
sort_by date_created:asc
sort_by date_created:desc
sort_by name:asc
action pause
action resume
action complete
action archive
campaign Created
campaign in-progress
campaign paused
campaign Completed
campaign archived
call completed
call failed
call busy
call no-answer
name NA
direction Outgoing
error_data Not Found
channel SMS
sms_type transactional
content_type static

# Rules and limits
from: 1 to 5000 numbers
from: E.164 preferred
from or lists: one of them
lists: 5 in a static campaign
lists: 1 in a dynamic campaign
flow_type: not with url
repeat_menu_attempts: only with ivr
read_via_text: headers match exactly
name: longer than 3 characters
schedule: RFC 3339
mode custom: the only one with a throttle
throttle: from 1 to below the account's
capacity: 60 calls a minute
campaigns: 500 a page
campaigns and calls: 20 a page by default
update: everything before send_at, callbacks and actions after it
pause: created and in-progress
resume: paused
complete: paused, the rest becomes failed
archive: completed
response: JSON only
values settle about two minutes after a call
`;

/** Heading and name of each. */
export function writtenNames(): (readonly [heading: string, name: string])[] {
  return WRITTEN.split('\n# ')
    .slice(1)
    .flatMap((section) => {
      const [heading = '', ...names] = section.split('\n');
      return names.filter((name) => name !== '').map((name) => [heading, name] as const);
    });
}
