import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { words } from '../../words/words.ts';
import './welcome-screen.css';

/** The first run: what this is, and the one thing to do now. */
export function WelcomeScreen() {
  const { openSettings } = useApp();
  return (
    <section class="welcome">
      <h1>{words.welcome.title}</h1>
      <p class="welcome-lead">{words.welcome.lead}</p>
      <ol class="welcome-steps">
        {words.welcome.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button look="primary" large onClick={openSettings}>
        {words.welcome.connect}
      </Button>
      <p class="small soft">{words.welcome.reassurance}</p>
    </section>
  );
}
