// Pictures: by address or from the workspace's files; what fails to load shows its words.
import { html, useState } from "/static/ui.js";
import { safeUrl } from "/static/text/links.js";
import { plainText } from "/static/text/mrkdwn.js";

const sourceOf = (image) => {
  const file = image.slack_file;
  if (file?.id) return `/files/${encodeURIComponent(file.id)}/image`;
  return safeUrl(file?.url ?? image.image_url);
};

export const Picture = ({ image }) => {
  const [hasFailed, setFailed] = useState(false);
  const source = sourceOf(image);
  if (hasFailed || !source) {
    return html`<span class="no-picture" role="img" aria-label=${image.alt_text}>${image.alt_text}</span>`;
  }
  return html`<img src=${source} alt=${image.alt_text ?? ""} referrerpolicy="no-referrer" onError=${() => setFailed(true)} />`;
};

export const ImageBlock = ({ block }) => html`
  <figure>
    ${block.title && html`<figcaption>${plainText(block.title)}</figcaption>`}
    <${Picture} image=${block} />
  </figure>`;
