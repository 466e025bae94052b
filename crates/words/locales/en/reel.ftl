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
cli-value-rate = SPEED

cli-help-reel = Riffs winning short videos into your own, from the command line
cli-help-reel-json = Print one JSON document on standard output, also when it fails
cli-help-reel-quiet = Say nothing on the way but what you must know
cli-help-reel-live = Use the real service, whatever the settings say
cli-help-reel-limit-rate = The most bytes a second, in each direction: 500k, 2m
cli-help-reel-words = The language of the words: en, zh-Hans or es
cli-help-reel-version = Print the version
cli-help-reel-help = Print this help
cli-help-exits =
    Exit codes: 0 done; 1 refused; 2 wrong command line; 3 not confirmed, nothing was sent;
    4 not signed in; 5 no answer yet, safe to look again; 6 in doubt, the order may have been taken.
cli-help-login = Sign in
cli-help-login-service = The service: riffkit or hubfluencer
cli-help-login-no-browser = Print the link instead of opening it
cli-help-logout = Forget the sign-in
cli-help-check = Look at a clip on this computer: what it is, and whether it can be sent
cli-help-check-file = The clip
cli-help-riff = Order a riff, watch it, and save the reel
cli-help-riff-source = A clip's path, the link of a TikTok video, or a template's id
cli-help-riff-language = The video's language, such as en or es
cli-help-riff-direction = The creative direction, up to 5,000 characters
cli-help-riff-hint = What makes the source work, up to 5,000 characters
cli-help-riff-yes = Agree to the order without being asked
cli-help-riff-allow-host = Agree to a link on this host, if it is not one of TikTok's
cli-help-riff-save = Save the reels in this folder
cli-help-queue = List what is open on this computer, looked at freshly: orders, paid steps, projects
cli-help-queue-wait = Watch until everything has ended
cli-help-queue-save = Save what is ready in this folder, each reel once
cli-help-queue-adopt = Say of an order in doubt that it is this batch of Riffkit, one of those that are listed
cli-help-queue-not-taken = Say of an order in doubt that it was not taken
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
cli-progress-awaiting-network = Waiting for the network
cli-progress-awaiting-server = Waiting for the server to answer properly
cli-note-busy = The service is at its limit of 10 at once. Yours starts when one ends.
cli-note-long = This takes longer than usual, so it is looked at less often now.
cli-note-vanished = Riffkit doesn’t know this order just now. It is looked for in the task list.
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
cli-queue-looks = This order was never answered. It is looked for in Riffkit’s lists.
cli-queue-looking = It left, but no answer came. It is looked for in Riffkit’s lists, and may still appear there.
cli-queue-looking-next = It left, but no answer came. It is looked for in Riffkit’s lists, and may still appear there: ask again in { $span }.
cli-queue-unreadable = It left, but no answer came, and Riffkit’s lists can’t be read just now. Sign in, or ask again later.
cli-queue-other-account = It left, but no answer came. It was ordered with { $account }, and only that account’s lists can tell whether it was taken: sign in as { $account }, then ask again.
cli-queue-account-unknown = It left, but no answer came, and nobody knows which account ordered it: Riffkit had not said yet who was signed in. The lists of { $account } don’t have it. If another account ordered it, sign in with that one and ask again; if it was this one, say so: reel queue --not-taken { $order }
cli-queue-account-unknown-plain = It left, but no answer came, and nobody knows which account ordered it: Riffkit had not said yet who was signed in. The lists of the account that is signed in now don’t have it. If another account ordered it, sign in with that one and ask again; if it was this one, say so: reel queue --not-taken { $order }
cli-queue-not-taken = It left, and { $span } later Riffkit still did not have it: by all signs it was not taken. If you agree, say so: reel queue --not-taken { $order }
cli-queue-several = It left, but no answer came, and it could be one of these. Say which: reel queue --adopt { $order } BATCH
cli-queue-step-in-doubt = It may have been paid for, and can’t be asked for again safely. Look at Hubfluencer; if it was not taken, say so: reel purchases --not-taken { $purchase }
cli-queue-project-works = Hubfluencer is working on it

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

# The rest of the service on the command line.
cli-help-batch = Order videos of a template, one for each character, and save the reels
cli-help-batch-template = The template's id, as `reel templates` lists it
cli-help-riff-character = A character's id; give it more than once for one video each
cli-help-riff-product = A product's id or name
cli-help-riff-visibility = on_camera: the product is seen; off_camera: only words speak of it
cli-help-batch-character = A character's id; give it more than once for one video each
cli-help-batch-product = A product's id or name
cli-help-batch-visibility = on_camera: the product is seen; off_camera: only words speak of it
cli-help-batch-language = The video's language, such as en or es
cli-help-batch-direction = The creative direction, up to 5,000 characters
cli-help-batch-yes = Agree to the order without being asked
cli-help-batch-save = Save the reels in this folder
cli-help-library-service = Only reels of this service: riffkit or hubfluencer
cli-help-library-character = Only reels with this character; may be given more than once
cli-help-library-product = Only reels with this product; may be given more than once
cli-help-library-template = Only reels from this template; may be given more than once
cli-help-library-window = Only reels made lately: today, 7d, 30d or 90d
cli-help-library-sort = The order: newest, oldest, character or product
cli-help-library-search = Words of the title, the caption or the hashtags
cli-help-library-limit = How many at most
cli-help-templates = List the templates that a riff can be made from, public ones first
cli-help-templates-search = Words in the name
cli-help-templates-tag = A tag; may be given more than once
cli-help-templates-sort = The order: used, newest or oldest
cli-help-templates-status = How far the analysis is: analyzed, collected or archived
cli-help-templates-limit = How many at most
cli-help-templates-offset = How many to pass over
cli-help-template = Show a template: what happens in it, what is said and seen, and when
cli-help-template-template = The template's id
cli-help-template-refresh = Have it analysed again first, and wait for that
cli-help-characters = List the characters, and who of them can act
cli-help-characters-wanted = Whom you want, in your own words: those who fit come first
cli-help-products = List the products with their images
cli-help-product = Write a product, or add an image to one
cli-help-product-create = Write a new product, then its images, one after another
cli-help-product-create-name = The product's name
cli-help-product-create-description = What it is: all that the service will know of it
cli-help-product-create-audience = Who it is for
cli-help-product-create-image = An image's path or public address and its name, as PATH=NAME; up to 8
cli-help-product-add-image = Add an image to a product
cli-help-product-add-image-product = The product's id or name
cli-help-product-add-image-image = The image's path, or its public address
cli-help-product-add-image-name = The image's name, by which a creative direction asks for it
cli-help-product-add-image-description = What it shows; the service writes it where you don't
cli-help-product-add-image-usage-context = When to use it
cli-help-product-add-image-image-id = An id of your own
cli-help-product-add-image-mutable = Let the service change the image
cli-help-tasks = List the service's tasks, newest first
cli-help-tasks-status = Only with this status, such as failed,dead; may be given more than once
cli-help-tasks-kind = Only pipeline or analyze
cli-help-tasks-from = From this day, such as 2026-11-30
cli-help-tasks-to = To the end of this day
cli-help-tasks-by = Only those of this member: a user's id or e-mail
cli-help-tasks-limit = How many at most, up to 500
cli-help-tasks-offset = How many to pass over
cli-help-tasks-count = Only count them, by type and status
cli-help-task = Show a task
cli-help-task-task = The task's id
cli-help-task-content = Show what was extracted from the source and what was made of it
cli-help-cancel = Cancel a task that is queued or running
cli-help-cancel-task = The task's id
cli-help-retry = Try a failed task again, at its full cost
cli-help-retry-task = The task's id
cli-help-retry-yes = Agree to the cost without being asked
cli-help-references = List the reference material that you uploaded
cli-help-references-page = The page, from 1 on
cli-help-upload = Upload a video or an image as reference material
cli-help-upload-file = The video (up to 100 MB) or image (up to 50 MB)
cli-help-upload-name = Its name, if not the file's
cli-help-upload-notes = Notes
cli-help-upload-product = The product it belongs to, by id or name
cli-help-upload-character = The character it belongs to, by id
cli-help-usage = Show the seconds that are left and those that were used
cli-help-usage-period = The period: today, 7d, 30d or 90d
cli-help-plans = List the plans that can be had
cli-help-team = List the team's members and what each submitted
cli-help-activity = List what the service did that its contract does not say
cli-help-diagnostics = Print a report about this program, with no secrets in it
cli-help-sandbox-openapi = Print what it answers to, as an OpenAPI document, and run nothing
cli-help-sandbox-service = With --openapi: whose document, riffkit or hubfluencer
cli-help-sandbox-templates = This many templates more than it has by itself
cli-help-sandbox-reels = This many finished reels from before
cli-help-sandbox-past-days = A past of this many days of use
cli-help-sandbox-team = The account is in a team and may use this many seconds a day; 0 is no limit
cli-value-template = TEMPLATE
cli-value-character = CHARACTER
cli-value-product = PRODUCT
cli-value-visibility = VISIBILITY
cli-value-tag = TAG
cli-value-order = ORDER
cli-value-batch = BATCH
cli-value-status = STATUS
cli-value-count = COUNT
cli-value-image = IMAGE
cli-value-task = TASK
cli-value-type = TYPE
cli-value-date = DATE
cli-value-user = USER
cli-value-window = WINDOW
cli-value-period = PERIOD
cli-product-unknown = No product has the id or name “{ $product }”. `reel products` lists them.
cli-source-unknown = “{ $source }” is neither a file, nor a link, nor a template's id. `reel templates` lists the templates.
cli-member-unknown = Nobody in this team has the e-mail “{ $email }”. `reel team` lists the members.
cli-templates-empty = No template fits.
cli-template-refreshing = It is being analysed again. This costs nothing.
cli-template-public = public
cli-template-stale = stale analysis
cli-template-no-extraction = The service has no description of it yet.
cli-speech-on-camera = [on camera]
cli-speech-voiceover = [voiceover]
cli-characters-empty = No characters yet. They are made in the service's own settings.
cli-characters-none-fit = Nobody fits these words, so all are listed as they come.
cli-character-ready = can act
cli-character-in-review = in review
cli-character-failed = review failed
cli-character-no-avatar = no avatar yet
cli-products-empty = No products yet. `reel product create` writes one.
cli-image-sent = Sent: { $name }
cli-image-pending = its description is being written
cli-stopped-product = Stopped. What was written stays; the rest was not sent.
cli-stopped-upload = Stopped. Nothing was uploaded.
cli-tasks-empty = No task fits.
cli-retry-at-most = It can cost up to { $seconds }.
cli-retry-left = You have { $seconds } left.
cli-retry-ask = Try it again? It spends seconds of video. [y/N]
cli-cause-template = Its template's analysis is stale. Mend that first: reel template { $id } --refresh
cli-cause-product = The failure speaks of the product's images ({ $id }). Look at them first.
cli-cause-character = The character { $id } can't act any more.
cli-cause-failed-before = It has failed twice before. It may well fail again.
cli-recap-extracted = What happens in the source
cli-recap-story = Story
cli-recap-dialogue = Dialogue
cli-recap-caption = Caption
cli-recap-hashtags = Hashtags
cli-usage-left = Left
cli-usage-held = Held by what is being made
cli-usage-period = Used in this period
cli-usage-today = Used today
cli-usage-allowance = Daily allowance
cli-usage-plan = Plan
cli-usage-missing = A part of it could not be read just now.
cli-plans-empty = The service lists no plans.
cli-plan-yours = yours
cli-plan-not-for-sale = can't be bought now
cli-team-alone = You are alone in your scope.
cli-member-limit = up to { $seconds } a day
cli-references-empty = No reference material yet.
cli-activity-empty = Nothing out of the ordinary was seen.
cli-contract-moved = The service's contract has moved on: version { $published }; this program was built for { $built }.
cli-anomaly-status = { $endpoint } answered { $status }, which its contract does not have.
cli-anomaly-field = { $endpoint } answered with the field { $field }, which should not be there.
cli-anomaly-failed-again = Task { $task } failed again after two retries.
cli-anomaly-balance = The balance fell from { $from } to { $to } within a minute, with no order of ours.
cli-plan-product-on-camera = { $name }, on camera
cli-plan-product-off-camera = { $name }, in words only
cli-plan-stale = The template's analysis is stale. A new one costs nothing: reel template { $id } --refresh
cli-plan-empty-wording = The creative direction has wording that says little. Naming a moment, a feature and a change of mind says more.
cli-progress-preparing = Writing the product
cli-state-preparing = its product is written first
cli-template-used = { $count ->
    [one] used once
   *[other] used { $count } times
}
cli-plan-characters = { $count ->
    [one] { $names }
   *[other] { $names }: { $count } videos, one for each
}
cli-plan-videos = { $count ->
    [one] one video
   *[other] about { $count } videos
}
cli-member-submitted = { $count ->
    [one] one riff
   *[other] { $count } riffs
}

# Examples below a help text.
cli-examples-riff =
    Examples:
      reel riff clip.mp4 --direction "At the reveal, show our mug" --save reels
      reel riff https://www.tiktok.com/@name/video/1234567890 --language es
      reel riff TEMPLATE --character CHARACTER --product Mug --visibility on_camera
cli-examples-batch =
    Example:
      reel batch TEMPLATE --character CHARACTER --character ANOTHER --save reels
cli-examples-product-create =
    Example:
      reel product create --name Mug --description "Keeps tea hot for six hours" --image mug.jpg="front view" --image lid.jpg="lid"
cli-examples-product-add-image =
    Example:
      reel product add-image Mug side.webp --name "side view"
cli-examples-tasks =
    Examples:
      reel tasks --status failed,dead --limit 10
      reel tasks --from 2026-11-01 --to 2026-11-30 --by name@example.com
      reel tasks --count
cli-examples-templates =
    Example:
      reel templates --search coffee --tag humour --sort newest
cli-examples-sandbox =
    Example:
      reel sandbox --pace fast --balance 300 --past-days 30 --print-urls
cli-wrong-utf8 = A part of this command line is not UTF-8 text, so it would arrive damaged. Nothing was sent.
cli-product-ambiguous = More than one product is called “{ $product }”. Name it by its id; `reel products` lists them.
cli-product-audience = For
cli-product-kept = The product is there as { $id }. Writing it again would make a second one. Still without:
cli-product-go-on = Go on with: reel product add-image { $id } FILE --name NAME
cli-image-unnamed = without a name
cli-stopped-no-product = Stopped. No product was written.
cli-left-product = Left without waiting for the service's answer. `reel products` shows what it has.
cli-left-upload = Left without waiting for the service's answer. `reel references` shows what it has.
cli-template-unknown = “{ $source }” is no template's id. `reel templates` lists the templates.
cli-library-none-fit = No reel fits.
cli-references-page-empty = Nothing is on this page.
cli-cancelled = Cancelled. What is rendered already is charged, and the step under way goes on to its end.
cli-retry-not-confirmed-script = A retry spends seconds of video and nobody is here to confirm it, so nothing was asked of the service. Add --yes to agree beforehand.
cli-retry-waits = It may have been sent, so its answer is waited for. Press Ctrl+C again to leave it in doubt.
cli-task-cause = Why
cli-task-step = Step
cli-task-template = Template
cli-task-visibility = Visibility
cli-task-reel = Reel
cli-tasks-total = all
cli-plan-hint-left-out = A template has been analysed already, so the hook hint is left out.
cli-plan-on-screen = These images will be on screen: { $names }
cli-shown-of = { $shown } of { $total } are shown.
cli-stopped-refreshing = Stopped waiting. The service goes on with the analysis.
cli-stopping = Stopping. Press Ctrl+C again to leave at once.
