import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { words } from '../../words/words.ts';
import './welcome-screen.css';

/** The default address of the Worker that `npm start` runs. */
const DEMO_ADDRESS = 'http://127.0.0.1:8787';

/** The first run: what this is, what is needed, and how to try it without that. */
export function WelcomeScreen() {
  const { openSettings } = useApp();
  const { welcome } = words;
  return (
    <section class="welcome">
      <h1>{welcome.title}</h1>
      <p class="welcome-lead">{welcome.lead}</p>
      <Button look="primary" large onClick={openSettings}>
        {welcome.connect}
      </Button>
      <p class="small soft">{welcome.reassurance}</p>
      <ol class="welcome-steps">
        {welcome.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <section class="stack welcome-needs" aria-labelledby="needs">
        <h2 id="needs">{welcome.needsHeading}</h2>
        <ul>
          {welcome.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      </section>
      <details class="welcome-demo">
        <summary>{welcome.demo}</summary>
        <div class="stack">
          <p>{welcome.demoLead}</p>
          <dl>
            {welcome.demoSteps.map(([command, does]) => (
              <div key={command}>
                <dt>
                  <code>{command}</code>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p>{welcome.demoHere(DEMO_ADDRESS)}</p>
          <p class="small soft">{welcome.demoSafe}</p>
        </div>
      </details>
    </section>
  );
}
