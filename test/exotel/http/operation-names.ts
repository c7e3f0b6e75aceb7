/** The operations that a request can ask for; faults and replays use these names. */
export const VOICE_OPERATIONS = ['create', 'get', 'list', 'update', 'action', 'delete', 'calls'] as const;
export const LIST_OPERATIONS = [
  'list_create',
  'list_list',
  'list_get',
  'list_update',
  'list_update_many',
  'list_delete',
  'list_add',
  'list_contacts',
  'list_remove',
] as const;
export const CONTACT_OPERATIONS = [
  'contact_create',
  'contact_list',
  'contact_get',
  'contact_update',
  'contact_update_many',
  'contact_delete',
] as const;
export const CSV_OPERATIONS = ['csv_upload', 'csv_status'] as const;
export const SMS_OPERATIONS = [
  'sms_create',
  'sms_get',
  'sms_list',
  'sms_update',
  'sms_action',
  'sms_messages',
] as const;
export const EXOPHONE_OPERATIONS = ['exophones', 'exophone_get'] as const;

export const OPERATION_NAMES = [
  ...VOICE_OPERATIONS,
  ...LIST_OPERATIONS,
  ...CONTACT_OPERATIONS,
  ...CSV_OPERATIONS,
  ...SMS_OPERATIONS,
  ...EXOPHONE_OPERATIONS,
] as const;
export type Operation = (typeof OPERATION_NAMES)[number];
