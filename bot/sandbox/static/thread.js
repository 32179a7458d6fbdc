// The side pane with one thread.
import { html } from "/static/ui.js";
import { closeThread } from "/static/acting.js";
import { Composer } from "/static/composer.js";
import { nameOf } from "/static/conversation.js";
import { IconPress } from "/static/icon_button.js";
import { MessageList } from "/static/message_list.js";
import { useKnown } from "/static/state.js";
import { useWords } from "/static/words.js";

export const Thread = () => {
  const w = useWords();
  const thread = useKnown((known) => known.thread);
  const replies = useKnown((known) => known.replies);
  const channel = useKnown((known) => known.channels.find((one) => one.id === thread?.channel));
  if (!thread || !channel) return null;
  const onKeyDown = (event) => event.key === "Escape" && !event.defaultPrevented && closeThread();
  return html`
    <aside
      class="pane thread" aria-label=${w("thread")} data-testid="thread" data-ts=${thread.ts}
      onKeyDown=${onKeyDown}
    >
      <header class="pane-head">
        <h2>${w("thread")} <small>${nameOf(channel)}</small></h2>
        <${IconPress} label=${w("closeThread")} icon="close" onPress=${closeThread} />
      </header>
      <${MessageList}
        key=${`list ${thread.ts}`} messages=${replies} label=${w("thread")} inThread testid="thread-messages"
      />
      <${Composer}
        key=${`composer ${thread.ts}`} channel=${thread.channel} thread=${thread.ts} label=${w("reply")}
        testid="thread-composer"
      />
    </aside>`;
};
