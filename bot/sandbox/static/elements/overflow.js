// The "more" menu of a block.
import { html } from "/static/ui.js";
import { Icon } from "/static/icons.js";
import { Menu } from "/static/menu.js";
import { usePress } from "/static/elements/button.js";
import { safeUrl } from "/static/text/links.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

export const Overflow = ({ block, element }) => {
  const { isBusy, press } = usePress(block, element);
  const w = useWords();
  const items = (element.options ?? []).map((option) => ({
    key: option.value,
    label: plainText(option.text),
    description: option.description && plainText(option.description),
    onPick: () => {
      const href = safeUrl(option.url);
      if (href) open(href, "_blank", "noopener");
      press({ selected_option: option });
    },
  }));
  return html`
    <${Menu}
      label=${w("moreOptions")} items=${items} end buttonClass=${isBusy ? "button overflow busy" : "button overflow"}
      data-action-id=${element.action_id}
    ><${Icon} name="dots" /><//>`;
};
