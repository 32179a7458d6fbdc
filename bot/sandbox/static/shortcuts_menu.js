// The app's global shortcuts, as the composer offers them.
import { html } from "/static/ui.js";
import { act, toast } from "/static/acting.js";
import { Icon } from "/static/icons.js";
import { Menu } from "/static/menu.js";
import { useKnown } from "/static/state.js";
import { useWords } from "/static/words.js";

export const ShortcutsMenu = () => {
  const w = useWords();
  const shortcuts = useKnown((known) => known.shortcuts);
  const run = async (shortcut) => {
    const answer = await act({ kind: "shortcut", callback_id: shortcut.callback_id });
    if (!answer.ok) toast("error", answer.message || w("trouble"));
  };
  const items = shortcuts
    .filter((one) => one.type === "global")
    .map((one) => ({ key: one.callback_id, label: one.name, description: one.description, onPick: () => run(one) }));
  return html`
    <${Menu}
      label=${w("shortcuts")} items=${items} above buttonClass="icon-button" empty=${w("noShortcuts")}
    ><${Icon} name="bolt" /><//>`;
};
