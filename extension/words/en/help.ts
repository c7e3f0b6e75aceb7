export type HelpTopic = 'dnd' | 'unaccounted' | 'worstCase' | 'hours' | 'throttle' | 'retries' | 'dlt' | 'lists';

/** What a word means, said where the question arises. */
interface Topic {
  /** What the question is about, as in "What is …?". */
  readonly about: string;
  readonly text: string;
}

const topics: Record<HelpTopic, Topic> = {
  dnd: {
    about: 'do not disturb',
    text: 'The number is on the operators’ do-not-disturb register, and Exotel did not put the call or message through. Nobody was rung. Trying again changes nothing while the number is on the register.',
  },
  unaccounted: {
    about: 'no result from Exotel',
    text: 'Exotel cannot say what became of these people: no report came, and its call details have no line for them. They may or may not have been reached. They are in the results, so that you can decide.',
  },
  worstCase: {
    about: 'maximum calls',
    text: 'If nobody picks up until the last retry, this many calls are made. The times are planned for that case, so it usually ends sooner. Exotel bills only the calls made.',
  },
  hours: {
    about: 'calling hours',
    text: 'In India business calls are allowed from 9 to 21 o’clock, and Exotel does not hold them back. Dialsheet does: no call begins outside these hours, no retry either, and whoever is left is called on the next day.',
  },
  throttle: {
    about: 'calls per minute',
    text: 'Calls started in one minute. Lower it so your team can handle the answered calls. Leave it empty for the account limit.',
  },
  retries: {
    about: 'retries',
    text: 'A number is called again when its call ended in a ticked result. Even spacing waits the same time before each retry; doubling waits twice as long each time. Retries count towards the calls per minute.',
  },
  dlt: {
    about: 'these ids',
    text: 'In India every message is checked against the DLT register of the operators. Sign in where your company is registered (Jio, Airtel, Vi, BSNL, …): the entity id is in the profile of the company, the template id beside the approved text under “Content templates”, the sender id under “Headers”. A text that differs from the approved one is not delivered.',
  },
  lists: {
    about: 'a list',
    text: 'A list is a set of numbers kept at Exotel: uploaded once, and used again with any template. Personal texts and messages need one, since everyone’s own values lie in it. Otherwise the numbers can travel inside the campaigns, up to 5,000 in each.',
  },
};

export const help = { ask: (about: string) => `What is “${about}”?`, topics };
