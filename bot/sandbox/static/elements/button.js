// Buttons of every kind: a press goes to the app, and is seen to be on its way.
import { classes, html, useState } from "/static/ui.js";
import { useSurface } from "/static/surface.js";
import { Icon } from "/static/icons.js";
import { safeUrl } from "/static/text/links.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

/** Presses once at a time; `isBusy` until the app has taken it. */
export const usePress = (block, element) => {
  const surface = useSurface();
  const [isBusy, setBusy] = useState(false);
  const press = async (action = {}) => {
    if (isBusy) return;
    setBusy(true);
    await surface.press(block, element, action);
    setBusy(false);
  };
  return { isBusy, press };
};

export const Button = ({ block, element }) => {
  const { isBusy, press } = usePress(block, element);
  const href = safeUrl(element.url);
  const value = element.value === undefined ? {} : { value: element.value };
  const dress = {
    class: classes("button", element.style, isBusy && "busy"),
    "data-action-id": element.action_id,
    "aria-label": element.accessibility_label ?? null,
    "aria-busy": isBusy ? "true" : null,
    onClick: () => press(value),
  };
  const inside = html`<span class="button-text">${plainText(element.text)}</span>`;
  if (href) {
    return html`<a ...${dress} href=${href} target="_blank" rel="noopener noreferrer">${inside}</a>`;
  }
  return html`<button type="button" ...${dress}>${inside}</button>`;
};

export const IconButton = ({ block, element }) => {
  const { isBusy, press } = usePress(block, element);
  return html`
    <button
      type="button" class=${classes("icon-button", isBusy && "busy")} title=${plainText(element.text)}
      aria-label=${element.accessibility_label ?? plainText(element.text)}
      data-action-id=${element.action_id} onClick=${() => press({ value: element.value })}
    ><${Icon} name="trash" /></button>`;
};

export const FeedbackButtons = ({ block, element }) => {
  const { press } = usePress(block, element);
  const w = useWords();
  const [given, setGiven] = useState(null);
  const one = (part, icon, fallback) => {
    const words = plainText(part.text) || w(fallback);
    const give = () => {
      setGiven(part.value);
      press({ value: part.value, text: part.text });
    };
    return html`
      <button
        type="button" class="icon-button" title=${words} data-action-id=${element.action_id}
        aria-label=${part.accessibility_label ?? words} aria-pressed=${String(given === part.value)}
        onClick=${give}
      ><${Icon} name=${icon} /></button>`;
  };
  return html`<span class="feedback">
    ${one(element.positive_button, "thumbUp", "goodAnswer")}
    ${one(element.negative_button, "thumbDown", "badAnswer")}
  </span>`;
};
