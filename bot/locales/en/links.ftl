link-copy = Copy link
link-says = The link to *{ $deal }*, to be copied:
link-hint = Posted in a conversation in Slack, it shows the deal’s card to all in there; not where another company reads along.
link-page-says = This is a link to a deal. Post it in Slack, in any conversation of your workspace, to see the deal there.
link-page-open = Open Slack
refusal-link-off = Deals have no links here. An admin sets `PIPEKEEPER_LINK_DOMAIN` where Pipekeeper runs.
card-links = :link: *Links*
card-link-message = message of { $when }
