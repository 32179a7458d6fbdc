outbox-help = What the bot is to send: what waits, what could not be sent and why.
outbox-help-list = List what waits and what could not be sent; with --state what else there is.
outbox-help-show = Show one letter, explain what became of it and what can be done.
outbox-help-resend = Send letters again that could not be sent or had expired; --all takes every one that could not be sent and certainly did not arrive.
outbox-counts = waiting { $waiting }, sent { $sent }, could not be sent { $dead }, expired { $expired }, no longer needed { $dropped }
outbox-id = No.
outbox-state = State
outbox-kind = Kind
outbox-to = To
outbox-place = Where
outbox-facts = About
outbox-key = Key
outbox-created = Decided
outbox-due = Due
outbox-expires = Expires
outbox-tries = Tries
outbox-tried = Last tried
outbox-sent = Sent
outbox-why = Reason
outbox-is-waiting = waiting
outbox-is-sent = sent
outbox-is-dead = could not be sent
outbox-is-expired = expired
outbox-is-dropped = no longer needed
outbox-is-doubt = may have arrived
outbox-means-waiting = It goes out when it is due and Slack's limits allow it.
outbox-means-sent = It arrived.
outbox-means-expired = Its time was over before it could be sent. To send it all the same: `pipekeeper outbox resend { $id }`
outbox-means-dropped = When its turn came there was nothing left to say.
outbox-means-doubt = The last call was never answered. Before anything is sent again, the conversation is searched for the message.
outbox-because-doubt = It may have arrived: the last call was never answered, and the conversation could not be searched. Look there yourself; if it is missing: `pipekeeper outbox resend { $id }`
outbox-because-person = Slack lets nobody write to this person: deactivated, or closed to the bot. Mark them as gone, or clear it up in Slack and then: `pipekeeper outbox resend { $id }`
outbox-because-channel = The bot cannot write in this channel: archived, deleted or private. Invite the bot or choose another channel, then: `pipekeeper outbox resend { $id }`
outbox-because-scopes = The bot lacks a permission. `pipekeeper doctor` says which; reinstall the app, then: `pipekeeper outbox resend { $id }`
outbox-because-token = Slack no longer takes the token, and nothing is sent. Renew SLACK_BOT_TOKEN (`pipekeeper doctor` checks it) and restart the bot; what waits goes out by itself.
outbox-because-limited = Slack asked for a pause. Send it again later: `pipekeeper outbox resend { $id }`
outbox-because-page = Slack does not take the message as it is built: a fault of ours. Please report it with the reason above. After an update: `pipekeeper outbox resend { $id }`
outbox-because-other = The reason above is all that is known. Once it is dealt with: `pipekeeper outbox resend { $id }`
outbox-resend-which = name the letters by their numbers, or all of them by --all (not both).
outbox-none-dead = There is nothing that could not be sent.
outbox-unknown = there is no letter { $id }. `pipekeeper outbox list` shows those there are.
outbox-not-resendable = letter { $id } cannot be sent again; its state: { $state }
outbox-unsent = { $count ->
    [one] 1 letter was not sent
   *[other] { $count } letters were not sent
}. `pipekeeper outbox show` says why.
doctor-outbox = Outbox
doctor-outbox-ok = Nothing is overdue.
doctor-outbox-dead = { $count ->
    [one] 1 letter
   *[other] { $count } letters
} could not be sent; `pipekeeper outbox list` says why.
doctor-outbox-late = Letters have been overdue since { $since }. Is `pipekeeper run` running, and does Slack take its token?
