find-says = “{ $words }”: { $found }
find-accounts = { $count ->
    [one] 1 account
   *[other] { $count } accounts
}
find-people = { $count ->
    [one] 1 contact
   *[other] { $count } contacts
}
find-deals = { $count ->
    [one] 1 deal
   *[other] { $count } deals
}
find-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
notes-title = *Notes*
button-merge = Make them one
button-merge-with = Same as…
button-role = Role on a deal
button-rename = Rename
button-add-person = Add a contact
button-add-details = Add details
button-people = Who is who
button-forget = Forget for good
contact-says = Contact: { $contact }
contact-line = { $has_title ->
    [yes] *{ $contact }*, { $title }
   *[no] *{ $contact }*
}{ $has_account ->
    [yes] {" "}· { $account }
   *[no] {""}
}
contact-last = last spoken to { $when }
contact-never = not spoken to yet
contact-spoken = *Contact*
    { $when }
contact-title = *Title*
    { $value }
contact-email = *E-mail*
    { $value }
contact-phone = *Phone*
    { $value }
contact-role = *{ $role }* · { $deal }
contact-no-roles = No role on any deal yet. Give one with “Role on a deal”.
contact-double = *{ $contact }* looks like the same person.
contact-written = :white_check_mark: *{ $contact }* is among the contacts.
contact-changed = :white_check_mark: *{ $contact }* is changed.
contact-form-new = New contact
contact-form-edit = Change a contact
contact-form-name = Name
contact-form-account = Account
contact-form-title = Title
contact-form-email = E-mail
contact-form-phone = Phone
contact-option-new = New: { $name }
role-form-title = Who is who
role-form-deal = Deal
role-form-contact = Contact
role-form-contact-hint = Type a name, known or new
role-form-role = What they are to the deal
role-form-none = Nothing any more
role-set = :white_check_mark: *{ $contact }* on { $deal }: { $role }
role-taken = :white_check_mark: *{ $contact }* has no role on { $deal } any more.
account-says = Account: { $account }
account-line = *{ $account }* · { $deals ->
    [one] 1 open deal
   *[other] { $deals } open deals
} · { $people ->
    [one] 1 contact
   *[other] { $people } contacts
}
account-last = last activity { $when }
account-never = nothing logged yet
account-no-deals = No deal yet. Start one with `/deal new`.
account-more-deals = { $count ->
    [one] and one more deal
   *[other] and { $count } more deals
}
account-people = { $count ->
    [0] *Contacts*: none yet
    [one] *1 contact*
   *[other] *{ $count } contacts*
}
account-more-people = { $count ->
    [one] and one more contact
   *[other] and { $count } more contacts
}
account-double = *{ $account }* looks like the same account.
account-form-title = Rename an account
account-form-name = Name
account-renamed = :white_check_mark: The account is called *{ $account }* now.
card-people = *Who is who*
card-person = { $contact } · { $role } · { $spoken }
log-form-contact = With whom
logged-contact = With { $contact }
logged-contact-new = With { $contact }, who is among the contacts now
merge-form-title = Make them one
merge-form-next = See what it means
merge-form-says = *{ $kept }* stays; everything of the other goes over to it.
merge-form-other-account = Which account is the same?
merge-form-other-contact = Who is the same person?
merge-means-account = *{ $other }* goes into *{ $kept }*, and with it: { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
}, { $people ->
    [one] 1 contact
   *[other] { $people } contacts
}, { $activities ->
    [one] 1 activity
   *[other] { $activities } activities
}. Sheets that name { $other } will mean { $kept }.
merge-means-contact = *{ $other }* goes into *{ $kept }*, and with it: roles on { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
}, { $activities ->
    [one] 1 activity
   *[other] { $activities } activities
}.
merge-takes = { $kept } takes over from { $other }: { $taken }.
merge-takes-title = title
merge-takes-email = e-mail
merge-takes-phone = phone
merge-takes-account-id = account
merge-undoable = You can undo it afterwards.
merged = :white_check_mark: *{ $other }* and *{ $kept }* are one now: *{ $kept }*.
forget-which = Which contact is to be forgotten? Open the card of the right one.
forget-means = Forget *{ $contact }* ({ $account }) for good? Name, address and number go, and the roles on { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
}. { $activities ->
    [one] 1 activity stays
   *[other] { $activities } activities stay
} without the name. In { $texts ->
    [one] 1 text
   *[other] { $texts } texts
} the name is blotted out.
forget-confirm-title = Forget for good?
forget-confirm = { $contact } is taken out everywhere. This cannot be undone.
forgotten = :white_check_mark: Forgotten. Roles on { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
} ended, { $activities ->
    [one] 1 activity is
   *[other] { $activities } activities are
} without the name, { $texts ->
    [one] 1 text
   *[other] { $texts } texts
} blotted.
forgotten-where = Messages that stand in Slack already, exported files and backups are not changed: remove those yourself where you must.
undone-contact-new = Taken back: the contact was never made.
undone-contact-edit = Taken back: the contact is as it was.
undone-contact-role = Taken back: the role is as it was.
undone-contact-merge = Taken back: they are two contacts again.
undone-account-edit = Taken back: the account has its name of before.
undone-account-merge = Taken back: they are two accounts again.
refusal-contact-gone = This contact is no longer there.
refusal-contact-name-missing = Whom do you mean? Type a name.
refusal-contact-too-long = This holds up to { $most } characters. Shorten it.
refusal-contact-email-odd = “{ $typed }” is no e-mail address. Write it like `name@company.com`, or leave it empty.
refusal-account-name-missing = What is the account called? Type a name.
refusal-role-deal-missing = Choose a deal; an account alone has no roles.
refusal-merge-itself = This is the same one. Choose another.
refusal-forget-whom = Whom? Type a name, like `/crm forget Jane Roe`.
refusal-forget-nobody = There is no contact “{ $typed }”. Look with `/crm find`.
