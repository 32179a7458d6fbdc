// A surface with blocks on it (a message, a modal, the Home tab): what was filled in, what is sent.
import { createContext, html, useContext, useRef, useState } from "/static/ui.js";
import { act, toast } from "/static/acting.js";
import { ask } from "/static/confirm.js";
import { initialState } from "/static/elements/state.js";
import { useWords } from "/static/words.js";

const Context = createContext(null);

export const useSurface = () => useContext(Context);

const put = (values, blockId, actionId, one) => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: one },
});

/** `known` are the values that the server holds for a view; `errors` stand beside their blocks. */
export const Surface = ({ kind, container, channel, known, errors, valuesRef, children }) => {
  const w = useWords();
  const [touched, setTouched] = useState({});
  const latest = useRef(touched);
  if (valuesRef) valuesRef.current = latest.current;

  const write = (block, element, one) => {
    latest.current = put(latest.current, block.block_id, element.action_id, one);
    if (valuesRef) valuesRef.current = latest.current;
    setTouched(latest.current);
  };

  const read = (block, element) => {
    const held = [latest.current, known ?? {}].map((all) => all[block.block_id]?.[element.action_id]);
    return held.find((one) => one?.type === element.type) ?? initialState(element);
  };

  /** True once the app has taken it; false where the person or the app said no. */
  const press = async (block, element, action) => {
    if (element.confirm && !(await ask(element.confirm))) return false;
    const answer = await act({
      kind: "block_action",
      container,
      block_id: block.block_id,
      action_id: element.action_id,
      action: { type: element.type, ...action },
      values: latest.current,
    });
    if (!answer.ok) toast("error", answer.message || w("trouble"));
    return answer.ok;
  };

  const options = (block, element, value) =>
    act({
      kind: "options",
      container,
      block_id: block.block_id,
      action_id: element.action_id,
      value,
    });

  const surface = { kind, channel, touched, errors: errors ?? {}, read, write, press, options };
  return html`<${Context.Provider} value=${surface}>${children}<//>`;
};

/** One stateful element: its state, and what changing it does where it stands. */
export const useElement = (block, element) => {
  const surface = useSurface();
  const state = surface.read(block, element);
  const isDispatched = block.type !== "input" || block.dispatch_action === true;
  const write = (one) => surface.write(block, element, { type: element.type, ...one });
  const dispatch = (one) => (isDispatched ? surface.press(block, element, one) : true);
  const change = async (one) => {
    write(one);
    if (!(await dispatch(one)) && element.confirm) surface.write(block, element, state);
  };
  return { state, write, change, dispatch, isDispatched };
};
