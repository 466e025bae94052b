# The pages: riff, queue, library.

## Riff

riff-subtitle = Keep the formula that works. Make it yours.
riff-drop = Drop a clip here
riff-drop-now = Let go to add it
riff-limits = Up to 100 MB and { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}. MP4, MOV, M4V, WebM or MKV.
riff-browse = Browse…
riff-add-clip = Add a clip
riff-paste-link = Paste a TikTok link
riff-choose-template = Choose a template
riff-link-label = Link to one TikTok video
riff-link-example = https://www.tiktok.com/@name/video/…
riff-link-use = Use this link
riff-link-cancel = Cancel
riff-link-change = Change
riff-link-of = { $user } on TikTok
riff-link-fetched = The service fetches the video itself. Nothing is uploaded from here.
riff-template-used = { $count ->
    [one] Riffed { $count } time
   *[other] Riffed { $count } times
}
riff-template-analysed = Already analysed: the reel is begun at once.
riff-template-stale = Its analysis is older than Riffkit’s newest. A new one often gives a better reel, and costs nothing.
riff-template-refresh = Analyse again
riff-template-analysing = Being analysed again…
riff-template-analysing-percent = Being analysed again, { $percent }%
riff-template-fresh = Analysed again just now.
riff-template-refresh-failed = The new analysis did not succeed. The older one still holds.
riff-clips = Your clips
riff-clip-choose = Use { $name }
riff-clip-use = Use this clip
riff-clip-chosen = In use
riff-clip-replace = Replace
riff-clip-remove = Remove
riff-clip-size = { $size } of 100 MB
riff-clip-length = { $length } of { $cap }
riff-clip-silent = no sound
riff-check-pass = Fine:
riff-check-warn = Mind:
riff-check-fail = Not possible:
riff-settings = Settings of this riff
riff-change = Change
riff-character = Character
riff-character-auto = Auto · an AI-generated person
riff-characters-each = { $count ->
    [one] { $count } video, one for each.
   *[other] { $count } videos, one for each.
}
riff-product = Product
riff-product-none = None
riff-product-edit = Edit
riff-visibility = In the video
riff-on-camera = On camera
riff-on-camera-advice = Held, scanned or shown. For food, cosmetics, small goods, or where the packaging is the hook.
riff-off-camera = Off camera
riff-off-camera-advice = Only in subtitles, voice and caption. For apps, websites, services and what can’t be carried.
riff-product-staged = { $count ->
    [0] New: written after you confirm, without images.
    [one] New: written after you confirm, with { $count } image.
   *[other] New: written after you confirm, with { $count } images.
}
riff-product-lost = { $count ->
    [one] The image { $names } was a file and is not kept. Choose it again.
   *[other] The images { $names } were files and are not kept. Choose them again.
}
riff-product-lost-choose = Choose again
riff-language = Language
riff-language-default = The service’s default
riff-direction = Creative direction
riff-direction-example = Optional. The one moment you want, in your own words.
riff-text-count = { $length } / { $cap }
riff-text-over = { $over ->
    [one] { $over } character too many
   *[other] { $over } characters too many
}
riff-aid = Help me write it
riff-aid-beat = Beat of the source
riff-aid-beat-example = the 0:03 “wait, what?” reveal
riff-aid-feature = What you show
riff-aid-angle = Your angle
riff-aid-feature-example = froth in one shake
riff-aid-shift = The shift you want
riff-aid-shift-example = “I don’t need a machine”
riff-aid-empty = Says nothing: “Make it authentic and show the product’s strengths.”
riff-hint = Hook hint
riff-hint-none = Nothing yet
riff-hint-not-used = Not used with a template: its analysis is already made.
riff-hint-add = Add
riff-hint-hide = Remove
riff-hint-example = What made the source work, for example: “it took off on the twist at 0:03”.
riff-plan = One reel from { $source }, with { $person }{ $product }{ $language }.
riff-plan-many = { $count } reels from { $source }, one each with { $person }{ $product }{ $language }.
riff-plan-in = , in { $language }
riff-plan-auto = an { $person }
riff-plan-person = AI-generated person
riff-plan-more = { $count } more
riff-plan-on-camera = , showing { $product } on camera
riff-plan-off-camera = , with { $product } in words only
riff-plan-new-on-camera = , showing the new product { $product } on camera
riff-plan-new-off-camera = , with the new product { $product } in words only
riff-plan-directed = Your direction leads.
riff-plan-empty = Nothing is sent until you confirm.
riff-plan-none-chosen = Choose a clip, a link or a template to go on.
riff-plan-direction-over = Shorten the creative direction to go on.
riff-plan-hint-over = Shorten the hook hint to go on.
riff-review = Review
riff-review-keys = Ctrl ↵
riff-review-keys-mac = ⌘ ↵

## The confirm sheet

confirm-title = Ready to riff
confirm-source = Source
confirm-character = Character
confirm-character-auto = Auto (AI-generated person)
confirm-videos = { $count ->
    [one] { $count } video, one for each
   *[other] { $count } videos, one for each
}
confirm-product = Product
confirm-product-none = None
confirm-product-on-camera = { $product }, on camera: it is held and shown
confirm-product-off-camera = { $product }, off camera: in words only
confirm-product-new = { $count ->
    [0] New: written after you confirm, without images
    [one] New: written after you confirm, with { $count } image
   *[other] New: written after you confirm, with { $count } images
}
confirm-language = Language
confirm-direction = Direction
confirm-hint = Hook hint
confirm-none = None
confirm-places = { $count ->
    [one] This places one order. You pay only for the seconds of video that are made.
   *[other] This places one order of { $count } videos. You pay only for the seconds of video that are made.
}
confirm-back = Back
confirm-submit = Submit
confirm-submitting = Submitting…
confirm-signing-in = Waiting for your sign-in…
confirm-after-sign-in = It goes on by itself once you are signed in.
confirm-agree-host = { $host } is not one of TikTok’s usual addresses. I know this link and want to use it.
confirm-near-size-cap = The clip is close to 100 MB. The service may refuse it.
confirm-unknown-container = This kind of file is not on the service’s list. It may refuse it.
confirm-ordered-before = You ordered a riff of this source { $ago }. This would be another one.
confirm-stale-template = The template’s analysis is older than Riffkit’s newest. Analysing it again first often gives a better reel.

## Queue

queue-empty = Nothing ordered yet
queue-empty-how = What you submit on the Riff page shows up here, with every stage until the reel is ready.
queue-to-riff = Start a riff
queue-in-progress = { $count } in progress. You can close the window; work goes on.
queue-needs-you = { $count ->
    [one] { $count } needs you.
   *[other] { $count } need you.
}
queue-all-done = Nothing in progress.
queue-pace = Checked every { $seconds } s while something runs.
queue-looking = Riffkit’s list is looked through until the order is found there.
queue-asleep = Nothing is being checked.
queue-meta-character = Auto
queue-meta-product = no product
queue-meta-on-camera = { $product } on camera
queue-meta-off-camera = { $product } off camera
queue-meta-started = started { $ago }
queue-meta-heard = heard { $ago }
queue-meta-ready = ready { $ago }
queue-meta-ended = ended { $ago }
queue-stages = Stages of { $title }
queue-stage-sent = Sent
queue-stage-waits = Waits for your sign-in
queue-stage-preparing = Product first
queue-preparing = The new product is written first. The order leaves once it is whole.
queue-resume = Go on
queue-stage-sending = Sending
queue-stage-sending-bytes = Sending, { $sent } of { $total } MB
queue-stage-perhaps-sent = Perhaps sent
queue-stage-not-sent = Not sent
queue-stage-refused = Refused
queue-stage-given-up = Given up
queue-stage-queued = Waiting for a place
queue-stage-analyse = Analyse
queue-stage-analysing = Analysing
queue-stage-analysing-percent = Analysing, { $percent }%
queue-stage-analysed = Analysed
queue-stage-generate = Generate
queue-stage-generate-waits = Waiting to generate
queue-stage-generating = Generating
queue-stage-generating-percent = Generating, { $percent }%
queue-stage-generated = Generated
queue-stage-stopped = Stopped
queue-stage-cancelled = Cancelled
queue-stage-ready = Ready
queue-stage-saving = Saving
queue-stage-saving-percent = Saving, { $percent }%
queue-stage-saved = Saved
queue-step = Service’s own word for the step: { $step }
queue-note-busy = The service is at its limit of 10 at once. Yours starts when one ends.
queue-note-long = This takes longer than usual. It is still looked at, less often.
queue-note-unreachable = The service can’t be reached just now. Next try in { $span }.
queue-note-unreachable-now = The service can’t be reached just now. Trying again.
queue-note-vanished = Riffkit says that it doesn’t know this order just now. It is looked for in its task list, for an hour.
queue-note-sign-in = Your sign-in has ended. The riff goes on; sign in to see how far it is.
queue-note-other-account = This was ordered with { $account }, and another account is signed in. The riff goes on; sign in as { $account } to see how far it is.
queue-note-waits = Confirmed, but not sent yet: it goes out by itself once you are signed in.
queue-sign-in = Sign in
queue-said = The service says: { $detail }
queue-failed = The service could not finish this reel.
queue-dead = The service restarted in the middle of it and dropped this reel.
queue-look-again = Look again
queue-give-up = Give it up…
queue-give-up-sure = Give this order up? If Riffkit took it after all, it goes on there and costs what it costs.
queue-give-up-yes = Yes, give it up
queue-give-up-no = Keep it
queue-cancel = Cancel sending
queue-top-up = Open the top-up page
queue-use-again = Use the words again
queue-show = Show
queue-hide = Hide
queue-hide-of = Hide { $title }
queue-show-of = Show the reel of { $title }

## Library

library-count = { $count ->
    [0] No reels
    [one] { $count } reel
   *[other] { $count } reels
}
library-count-saved = { $count ->
    [one] { $count } reel
   *[other] { $count } reels
}, { $saved } of them saved
library-search = Search captions, hashtags
library-since = Made
library-since-all = Any time
library-since-week = Last 7 days
library-since-month = Last 30 days
library-since-quarter = Last 90 days
library-sort = Order
library-sort-newest = Newest first
library-sort-oldest = Oldest first
library-refresh = Look for new reels
library-empty = No reels yet
library-empty-how = Every finished riff, short, carousel and ad lands here, with its caption and hashtags.
library-none-match = No reel matches
library-none-match-how = Try fewer words, other filters or a longer time.
library-clear = Clear filters
library-loading = Looking for your reels…
library-signed-out = Sign in to see your reels
library-signed-out-how = Your reels are kept by Riffkit. What was saved stays on this computer.
library-sign-in = Sign in
library-local-only = The list could not be read again. Here is what is known on this computer.
library-reels = Your reels
library-open = Open { $title }
library-open-saved = Open { $title }, saved
library-folder = Reels are saved to { $folder }.
library-saved-mark = Saved

## One reel

reel-previous = Earlier in the list
reel-next = Later in the list
reel-from = From { $source }
reel-made = made { $ago }
reel-is-saved = saved
reel-caption = Caption
reel-no-caption = The service gave no caption.
reel-hashtags = Hashtags
reel-copy-caption = Copy caption
reel-copy-hashtags = Copy hashtags
reel-copy-both = Copy both
reel-ordered = What you ordered
reel-source = Source
reel-language = Language
reel-direction = Direction
reel-hint = Hook hint
reel-elsewhere = This reel was not ordered from this computer.
reel-save = Save
reel-save-as = Save as…
reel-save-copy = Save a copy…
reel-show-folder = Show in folder
reel-open-player = Open in player
reel-not-saved = Not saved yet
reel-file-gone = { $name } is no longer in { $folder }.
reel-saving = Saving, { $received } MB
reel-saving-of = Saving, { $received } of { $total } MB
reel-save-waits = Waiting for its turn
reel-save-cancel = Cancel
reel-gone = This reel is not here any more

## Transfers

transfers-open = Transfers
transfers-close = Close
transfers-saving = { $count } saving
transfers-bytes = { $received } MB
transfers-bytes-of = { $received } of { $total } MB
transfers-speed = { $speed } MB/s
transfers-left = about { $span }
transfers-waiting = Waiting for its turn
transfers-done = Saved as { $name }
transfers-cancelled = Cancelled. Nothing was left behind.
transfers-cancel = Cancel
transfers-cancel-of = Cancel saving { $title }
