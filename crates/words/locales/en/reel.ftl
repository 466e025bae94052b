# The command line, `reel`. Keys of help texts are composed: cli-help-<command>-<argument>.

cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-everywhere = Options of every command

# What stands for a value in a help text.
cli-value-options = OPTIONS
cli-value-command = COMMAND
cli-value-language = LANGUAGE
cli-value-service = SERVICE
cli-value-file = FILE
cli-value-source = SOURCE
cli-value-code = CODE
cli-value-text = TEXT
cli-value-host = HOST
cli-value-folder = FOLDER
cli-value-reel = REEL
cli-value-pace = PACE
cli-value-name = NAME
cli-value-seconds = SECONDS

cli-help-reel = Riffs winning short videos into your own, from the command line
cli-help-reel-json = Print one JSON document on standard output, also when it fails
cli-help-reel-quiet = Say nothing on the way but what you must know
cli-help-reel-live = Use the real service, whatever the settings say
cli-help-reel-words = The language of the words: en, zh-Hans or es
cli-help-reel-version = Print the version
cli-help-reel-help = Print this help
cli-help-exits =
    Exit codes: 0 done; 1 refused; 2 wrong command line; 3 not confirmed, nothing was sent;
    4 not signed in; 5 no answer yet, safe to look again; 6 in doubt, the order may have been taken.
cli-help-login = Sign in
cli-help-login-service = The service: riffkit
cli-help-login-no-browser = Print the link instead of opening it
cli-help-logout = Forget the sign-in
cli-help-check = Look at a clip on this computer: what it is, and whether it can be sent
cli-help-check-file = The clip
cli-help-riff = Order a riff, watch it, and save the reel
cli-help-riff-source = A clip's path, or the link of a TikTok video
cli-help-riff-language = The video's language, such as en or es
cli-help-riff-direction = The creative direction, up to 5,000 characters
cli-help-riff-hint = What makes the source work, up to 5,000 characters
cli-help-riff-yes = Agree to the order without being asked
cli-help-riff-allow-host = Agree to a link on this host, if it is not one of TikTok's
cli-help-riff-save = Save the reels in this folder
cli-help-queue = List the orders of this computer, looked at freshly
cli-help-queue-wait = Watch until every order has ended
cli-help-library = List the finished reels
cli-help-save = Save a reel of the library
cli-help-save-asset = The reel's id, as the library lists it
cli-help-save-to = The folder to save it in, instead of the one in the settings
cli-help-save-file = The file to save it as
cli-help-sandbox = Run the sandbox: the service on this computer, with no account and no network
cli-help-sandbox-data = The folder that it keeps everything in
cli-help-sandbox-pace = How long a riff takes: instant, fast, normal, slow, or a number of seconds
cli-help-sandbox-print-urls = Print where it listens, as one line of JSON
cli-help-sandbox-fault = Misbehave at this point, such as riff-402; may be given more than once
cli-help-sandbox-balance = Seconds of video on a new account

# A command line that can't be followed.
cli-wrong = This command line can't be followed. `reel --help` shows what can be written.
cli-wrong-no-command = A command is missing. `reel --help` lists them.
cli-wrong-command = There is no command “{ $argument }”. `reel --help` lists them.
cli-wrong-argument = “{ $argument }” is not understood here. Add --help to see what is.
cli-wrong-missing = Something is missing: { $argument }. Add --help to see how it is written.
cli-wrong-no-value = { $argument } needs a value. Add --help to see which.
cli-wrong-value = “{ $value }” is not a value for { $argument }. Add --help to see which are.
cli-wrong-conflict = { $argument } can't be given together with another of these options. Add --help to see how it is written.
cli-server-wrong = The address of the server can't be used. { $detail }

cli-sandbox-used = Using the sandbox on this computer: nothing costs, and nothing leaves it. Add --live for the real service.
cli-sandbox-failed = The sandbox could not be started: { $detail }
cli-sandbox-listens = The sandbox listens on { $url } and keeps everything in { $data }. Stop it with Ctrl+C.
cli-sandbox-stopped = The sandbox has stopped. What it keeps is there for the next time.

cli-login-offer = You are not signed in to Riffkit. Sign in now? [y/N]
cli-login-open = Open this link and press Approve:
cli-login-code = Check first that the page shows this code: { $code }
cli-login-done = You are signed in.
cli-login-done-as = You are signed in as { $email }.
cli-login-memory = Nothing was told to keep the sign-in, so it ends with this command.
cli-login-stopped = The sign-in was stopped. Nobody is signed in.
cli-logout-done = You are signed out. What is saved on disk stays.

cli-vault-ask =
    This computer has no keychain. Where should your sign-in be kept?
      1  in a file that only you can read
      2  nowhere: it ends with this command
    Type 1 or 2:
cli-vault-script = This computer has no keychain, and nobody is here to be asked. Set { $variable } to file or memory to say where the sign-in is kept.

# Any of these words is a yes, in small letters.
cli-yes-words = y yes

cli-plan = Ready to riff:
cli-plan-source = Source
cli-plan-character = Character
cli-plan-product = Product
cli-plan-language = Language
cli-plan-direction = Creative direction
cli-plan-hint = Hook hint
cli-plan-auto = Auto, an AI-generated person
cli-plan-none = none
cli-plan-ordered-before = You ordered this source a short while ago.
cli-riff-ask = Send this order? It spends seconds of video. [y/N]
cli-riff-ask-host = This link leads to { $host }, which is not one of TikTok's addresses. Use it all the same? [y/N]
cli-not-confirmed = You did not confirm, so nothing was sent.
cli-not-confirmed-script = An order spends seconds of video and nobody is here to confirm it, so nothing was sent. Add --yes to agree beforehand.

cli-progress-sending = Sending
cli-progress-sending-of = Sending, { $sent } of { $total }
cli-progress-queued = Waiting for a place
cli-progress-analysing = Analysing the source
cli-progress-analysing-percent = Analysing the source, { $percent } %
cli-progress-analysed = Analysed; the video comes next
cli-progress-generating = Generating the video
cli-progress-generating-percent = Generating the video, { $percent } %
cli-progress-saving = Saving
cli-progress-saving-of = Saving, { $received } of { $total }
cli-note-busy = The service is at its limit of 10 at once. Yours starts when one ends.
cli-note-long = This takes longer than usual, so it is looked at less often now.
cli-note-unreachable = The service can't be reached just now. It is tried again by itself.

cli-order-failed = The service ended this order without a reel.
cli-order-failed-because = The service ended this order without a reel. It says: “{ $cause }”
cli-order-cancelled = This order was cancelled. Seconds that were rendered before are charged.

cli-stopped = Stopped. Nothing was sent.
cli-stopped-nothing-taken = Stopped in time: the service took nothing.
cli-stopped-watching = Stopped watching. The service goes on with the order; `reel queue` picks it up.
cli-stopped-saving = Stopped saving. Nothing is left behind on the disk.

cli-check-ok = It can be sent.
cli-check-warn = It can be sent, but the service may refuse it.
cli-check-refused = It can't be sent.

cli-library-empty = No finished reels yet.
cli-queue-empty = No orders yet.

cli-stage-queued = waiting for a place
cli-stage-analysing = analysing
cli-stage-analysed = analysed
cli-stage-generating = generating
cli-state-awaiting-sign-in = waiting for your sign-in
cli-state-sending = sending
cli-state-in-doubt = in doubt
cli-state-ready = ready
cli-state-failed = failed
cli-state-cancelled = cancelled
cli-state-refused = refused
cli-state-not-sent = not sent
cli-state-given-up = given up
