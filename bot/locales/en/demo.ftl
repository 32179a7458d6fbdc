demo-welcome = :wave: Hi, I'm Pipekeeper, your team's CRM. Type `/log call Acme - they like the pilot > send quote friday` right here, or `/crm today` to see your day. `/crm help` shows the rest.
demo-general = Welcome to the new quarter! From now on every deal lives in Pipekeeper: type `/crm help` to begin.
demo-seoul = From this quarter on all deals are kept in Pipekeeper. Type `/crm help` to begin.
demo-room-ask = Their buyer asked me about dates yesterday. Jonas, what is the latest?
demo-room-answer = Writing it down as I go: one line here and it is on the deal, no name needed.
