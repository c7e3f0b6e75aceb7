/** Before there is a Worker. */
export const welcome = {
  title: 'Call a whole sheet of contacts',
  lead: 'Drop a file, pick a template, press Start. Dialsheet splits it into campaigns, launches each exactly once, and shows every call.',
  steps: [
    'Connect to your team’s Worker with its address and your token.',
    'Create a template: caller number and message.',
    'Drop a contact file, see who will be called, and start.',
  ],
  connect: 'Connect to your Worker',
  needsHeading: 'What you need',
  needs: [
    'The address of your team’s Worker, such as https://dialsheet.example.workers.dev. Ask the person who set it up.',
    'Your own token. Ask your admin for one: it is shown only once.',
  ],
  demo: 'Try it with the demo account',
  demoLead:
    'No Worker and no Exotel account yet? On any computer with Node.js, in the folder of Dialsheet’s source code:',
  demoSteps: [
    ['npm start', 'starts a Worker and a stand-in for Exotel, and opens a browser in which all of it is connected.'],
    ['npm run demo', 'goes the whole way by itself: 12,600 rows in, campaigns out, and the proof at the end.'],
  ],
  demoHere: (address: string) =>
    `To use it from this browser, let npm start run, connect to ${address} with the token it prints, and choose “Trial”.`,
  demoSafe: 'Nobody real is called: the stand-in only behaves like Exotel.',
  reassurance: 'Nothing is called before you press Start, and no file leaves this browser before that.',
};
