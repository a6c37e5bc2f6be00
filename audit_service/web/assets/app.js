// What the pages gain from scripts; each works without.
import { initAll } from "./govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// A part that was fetched alone comes to life alone.
document.addEventListener("htmx:after:swap", (event) => {
  initAll({ scope: event.detail.ctx.target });
});
