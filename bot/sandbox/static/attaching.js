// Files on their way into a message: chosen or dropped, uploaded, and sent along with it.
import { html, useRef, useState } from "/static/ui.js";
import { toast } from "/static/acting.js";
import { Cross, IconPress } from "/static/icon_button.js";
import { upload } from "/static/server.js";
import { useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const MOST = 10;

/** The files of the message that is being typed. */
export const useAttached = () => {
  const me = useMe();
  const w = useWords();
  const [files, setFiles] = useState([]);
  const [isBusy, setBusy] = useState(false);
  const add = async (wanted) => {
    setBusy(true);
    for (const file of [...wanted].slice(0, MOST)) {
      const answer = await upload(me.id, file).catch(() => ({ ok: false }));
      if (answer.ok) setFiles((had) => [...had, answer.file]);
      else toast("error", w("uploadFailed", { name: file.name }));
    }
    setBusy(false);
  };
  const remove = (file) => setFiles((had) => had.filter((one) => one.id !== file.id));
  return { files, isBusy, add, remove, clear: () => setFiles([]) };
};

export const AttachPress = ({ attached }) => {
  const w = useWords();
  const field = useRef(null);
  const take = (event) => {
    attached.add(event.target.files);
    event.target.value = "";
  };
  return html`
    <input ref=${field} type="file" class="out-of-sight" multiple tabindex="-1" aria-label=${w("attachFiles")} onChange=${take} />
    <${IconPress} label=${w("attachFiles")} icon="clip" onPress=${() => field.current.click()} />`;
};

export const Attached = ({ attached }) => {
  const w = useWords();
  if (attached.files.length === 0 && !attached.isBusy) return null;
  return html`
    <div class="composer-files">
      ${attached.files.map((file) => html`
        <span class="chip" key=${file.id}>
          <span>${file.name}</span>
          <${Cross} look="chip-remove" label=${w("remove", { name: file.name })} onPress=${() => attached.remove(file)} />
        </span>`)}
      ${attached.isBusy && html`<span class="chip">${w("uploading")}</span>`}
    </div>`;
};
