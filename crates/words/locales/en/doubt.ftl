# An order whose answer was lost, and deadlines.
doubt-looking = Looking for this order in Riffkit’s list
doubt-why = It left, but no answer came back. It will not be sent again by itself, so that you don’t pay twice.
doubt-looking-how = The list is read at least once a minute. Once the order is found there, it goes on by itself.
doubt-looking-next = Next look in { $span }. Once the order is found there, it goes on by itself.
doubt-look-now = Look now
doubt-unreadable = Riffkit’s list can’t be read just now
doubt-unreadable-until = Next try in { $span }. Until then nobody knows whether this order was taken.
doubt-unreadable-now = Trying again. Until then nobody knows whether this order was taken.
doubt-sign-in = Sign in to find out about this order
doubt-sign-in-how = Only Riffkit’s own list can tell whether it was taken, and reading it needs your sign-in.
doubt-other-account = Sign in as { $account } to find out about this order
doubt-other-account-how = It was ordered with that account, and only that account’s list can tell whether it was taken. Another account is signed in now.
doubt-account-unknown = Nobody knows which account ordered this
doubt-account-unknown-how = It left before Riffkit had said who was signed in, and the list of { $account } doesn’t have it. If another account ordered it, sign in with that one. If it was this one, it was not taken.
doubt-account-unknown-how-plain = It left before Riffkit had said who was signed in, and the list of the account that is signed in now doesn’t have it. If another account ordered it, sign in with that one. If it was this one, it was not taken.
doubt-sign-in-other = Sign in with another account
doubt-not-taken = Riffkit’s list doesn’t have this order
doubt-not-taken-how = { $span } after it left, it still was not there, and no order takes that long to appear. By all signs it was not taken, and nothing was charged for it.
doubt-send-again = Send it again…
doubt-send-again-how = Opens it on the Riff page. It leaves only after you confirm it there.
doubt-keep-looking = Keep looking
doubt-several = Which of these is this order?
doubt-several-how = No answer came back, and Riffkit’s list has { $count ->
    [one] { $count } that could be it
   *[other] { $count } that could be it
}. Choose it and it goes on from there; nothing is sent.
doubt-candidates = What it could be
doubt-candidate = Template “{ $name }”
doubt-candidate-unnamed = No template yet
doubt-candidate-taken = Taken { $ago }
doubt-candidate-choose = This one
doubt-candidate-choose-of = This one: { $what }
doubt-none = None of these
until-near = for another { $span }
until-today = until { $time }
until-tomorrow = until tomorrow, { $time }
until-later = until { $day }, { $time }
task-retry-deadline = Can be retried { $until }
footage-address = Its address for the upload holds { $until }. After that a new one is asked for.
