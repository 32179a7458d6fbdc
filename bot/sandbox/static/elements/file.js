// Files that the person attaches to a form.
import { html, useRef, useState } from "/static/ui.js";
import { toast } from "/static/acting.js";
import { Cross } from "/static/icon_button.js";
import { upload } from "/static/server.js";
import { useMe } from "/static/state.js";
import { useElement } from "/static/surface.js";
import { useWords } from "/static/words.js";

export const FileInput = ({ block, element, naming }) => {
  const { state, change } = useElement(block, element);
  const me = useMe();
  const w = useWords();
  const [isBusy, setBusy] = useState(false);
  const field = useRef(null);
  const most = element.max_files ?? 10;
  const accept = element.filetypes?.map((one) => `.${one}`).join(",");
  const add = async (event) => {
    const wanted = [...event.target.files].slice(0, most - state.files.length);
    event.target.value = "";
    setBusy(true);
    const added = [];
    for (const file of wanted) {
      const answer = await upload(me.id, file).catch(() => ({ ok: false }));
      if (answer.ok) added.push(answer.file);
      else toast("error", w("uploadFailed", { name: file.name }));
    }
    setBusy(false);
    change({ files: [...state.files, ...added] });
  };
  const remove = (file) => change({ files: state.files.filter((one) => one.id !== file.id) });
  return html`
    <div class="files-field">
      ${state.files.map((file) => html`
        <span class="chip" key=${file.id}>
          <span>${file.name}</span>
          <${Cross} look="chip-remove" label=${w("remove", { name: file.name })} onPress=${() => remove(file)} />
        </span>`)}
      <input
        ref=${field} type="file" class="out-of-sight" ...${naming.field}
        data-action-id=${element.action_id} multiple=${most > 1} accept=${accept} onChange=${add} tabindex="-1"
      />
      <button
        type="button" class="button" disabled=${isBusy || state.files.length >= most}
        onClick=${() => field.current.click()}
      >
        ${isBusy ? w("uploading") : w("attachFiles")}
      </button>
    </div>`;
};
