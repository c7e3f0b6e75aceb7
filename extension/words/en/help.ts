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
    about: 'unaccounted for',
    text: 'Exotel cannot say what became of these people: no report came, and its call details have no line for them. They may or may not have been reached. They are in the results, so that you can decide.',
  },
  worstCase: {
    about: 'the most calls there can be',
    text: 'If nobody picked up until the last retry, this many calls would be made. The times are planned for that case, so that it is usually over sooner. Exotel bills the calls that are really made.',
  },
  hours: {
    about: 'calling hours',
    text: 'In India business calls are allowed from 9 to 21 o’clock, and Exotel does not hold them back. Dialsheet does: no call begins outside these hours, no retry either, and whoever is left is called on the next day.',
  },
  throttle: {
    about: 'calls a minute',
    text: 'How many calls begin in one minute. Fewer keep the people who answer from being flooded. It can only be less than what the account may; left empty, it is as many as the account may.',
  },
  retries: {
    about: 'retries',
    text: 'A number is called again when the call ended in one of the ways that are ticked. Evenly spaced retries wait the same time before each; doubling ones wait twice as long each time. They take their share of the calls a minute.',
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
