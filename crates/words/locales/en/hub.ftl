# Hubfluencer: what its pages share. It counts in whole credits of its own.

service-hubfluencer = Hubfluencer
page-shorts = Shorts
page-carousels = Carousels
page-editors = Editor
page-tokens = Tokens

## The token

hub-token-title = Your Hubfluencer token
hub-token-label = Paste your token
hub-token-send = Use this token
hub-token-checking = Checking…
hub-token-means = The token lets Reelwright make and read videos with your account. It is kept where your sign-in is kept, and sent to Hubfluencer alone.
hub-token-get = Get a token on Hubfluencer’s site
hub-token-close = Close

## The confirm sheet

hub-step-generate-short = Make this short?
hub-step-generate-carousel = Make this carousel?
hub-step-autopilot = Let autopilot make this ad?
hub-step-generate-scene = Make this scene?
hub-step-regenerate-scene = Make this scene again?
hub-step-generate-scenes = Make all scenes?
hub-step-generate-voice = Speak the narration?
hub-step-generate-music = Make the music?
hub-step-render = Render this ad?
hub-step-unlock-assists = Buy more assists?
hub-step-what = What
hub-step-scope = Size
hub-step-slides = { $count ->
    [one] { $count } slide
   *[other] { $count } slides
}
hub-step-scenes = { $count ->
    [one] { $count } scene
   *[other] { $count } scenes
}
hub-step-assists = { $count ->
    [one] { $count } assist
   *[other] { $count } assists
}
hub-step-cost = Cost
hub-step-balance = Balance
hub-step-balance-unknown = Hubfluencer did not say
hub-step-left = { $count ->
    [one] { $count } left afterwards
   *[other] { $count } left afterwards
}
hub-step-pricing = Asking for the price…
hub-step-after = This is the only question: after it, nothing more is asked and nothing is paid twice.
hub-step-back = Back
hub-step-look-again = Look again
hub-step-yes = { $count ->
    [one] Yes, for { $count } credit
   *[other] Yes, for { $count } credits
}
hub-step-yes-free = Yes, free
hub-step-yes-plain = Yes
hub-step-taking = Sending…
hub-caution-not-enough = { $missing ->
    [one] { $missing } credit is missing, so Hubfluencer would refuse this.
   *[other] { $missing } credits are missing, so Hubfluencer would refuse this.
}
hub-caution-price = Hubfluencer could not be asked for the price. This is the one in its terms; it never charges more without asking.
hub-caution-replaces = This was made before. What is there will be replaced; what you saved stays.
hub-buy-credits = Buy credits on Hubfluencer’s site

## Paid steps that are not settled

hub-purchase-asking-again = Your order left, but its answer was lost on the way. It is asked for again under the same number, so nothing is paid twice.
hub-purchase-next = Next try in { $span }.
hub-purchase-ask-now = Ask now
hub-purchase-in-doubt = Your order left, but no answer came, and it can’t be asked for again safely. Look whether it was taken before you order it anew.
hub-purchase-look = Look
hub-purchase-give-up = It was not taken

## Credits and assists

hub-free = free
hub-credits = { $count ->
    [one] { $count } credit
   *[other] { $count } credits
}
hub-balance = { $count ->
    [one] { $count } credit left
   *[other] { $count } credits left
}
hub-balance-unknown = Balance not known yet
hub-assists-left = { $of ->
    [one] { $count } of { $of } assist left
   *[other] { $count } of { $of } assists left
}
hub-assists-reset = anew in { $span }
hub-assists-unknown = Assists not known yet
hub-assists-more = { $cost ->
    [one] { $batch } more for { $cost } credit
   *[other] { $batch } more for { $cost } credits
}
hub-assists-more-plain = More assists
hub-assist-one = 1 assist
hub-assist-busy = writing…

## Images

hub-image-choose = Choose an image
hub-image-replace = Replace
hub-image-kinds = JPG or PNG, up to 20 MB. You can drop it here.
hub-image-sending = Sending the image
hub-image-description = What it shows (optional)
hub-image-description-example = White bottle with a wooden cap

## Fields

hub-count-of = { $length } / { $most }
hub-fault-too-short = { $least ->
    [one] At least { $least } character.
   *[other] At least { $least } characters.
}
hub-fault-too-long = { $over ->
    [one] { $over } character over the { $most } it takes.
   *[other] { $over } characters over the { $most } it takes.
}
hub-fault-missing = This is needed.
hub-fault-range = Between { $least } and { $most }.
hub-fault-value = Hubfluencer does not know “{ $value }” here.
hub-tag-remove = Remove { $tag }
hub-saved = Saved
hub-saving = Saving…
hub-kept-here = Not saved yet. Your words are kept on this computer and sent as soon as it works.

## While something is made

hub-elapsed = { $span } so far
hub-heard = heard { $ago }
hub-taking-long = This takes longer than usual: { $minutes } min so far. It goes on, and Reelwright looks once a minute now.
hub-look-now = Look now
hub-unreachable = Hubfluencer can’t be reached just now. What it makes goes on there; next look in { $span }.
hub-making-token = It goes on at Hubfluencer, but to see it your token is needed again.
hub-ready-short = Your short is ready
hub-ready-carousel = Your carousel is ready
hub-ready-editor = Your ad is ready

## Saving

hub-save = Save
hub-save-label = Saving
hub-saved-as = Saved as { $name }
hub-in-library = Show in library

## Lists and pages of projects

projects-loading = Looking…
projects-no-server = Hubfluencer is not part of this run
projects-no-server-how = This sandbox speaks for Riffkit alone. Start one with both services, or go live in Settings.
projects-adopt = Open by name…
projects-adopt-title = Made elsewhere?
projects-adopt-means = Paste its address on Hubfluencer, or the name at its end.
projects-adopt-take = Open it here
hub-remove = Remove
hub-close-any-time = You can close Reelwright: it goes on, and is here when you come back.

## Why words are rejected

hub-category-weapons = weapons
hub-category-violence = violence
hub-category-sexual = sexual content
hub-category-drugs = drugs
hub-category-deception = deception
hub-category-hate = hate
hub-category-harassment = harassment
hub-category-self-harm = self-harm
hub-category-illegal = something illegal

## Tokens and account

hub-token-other = Give another token
hub-token-sandbox = Use the sandbox’s token
hub-account-give = Give a token
hub-account-none = No token
hub-account-lacks = Lacks a permission
hub-account-absent = Not part of this run
hub-account-vault = Signed in with your token
hub-account-environment = Signed in with the token of HUBFLUENCER_API_TOKEN
hub-account-sandbox = Signed in with the sandbox’s token
settings-hub-server = Speaks to { $origin }
settings-hub-lacks = This token lacks { $scopes }. Some things here are refused until you give one that has it.
settings-hub-tokens = Manage tokens
settings-hub-tokens-means = Who else may use your account, and how.
tokens-means = Each lets a program use your Hubfluencer account without your password.
tokens-loading = Reading your tokens…
tokens-token-needed = Your tokens will be here
tokens-token-needed-how = Give one that may manage tokens, and you see, make and revoke all of them here.
tokens-admin-needed = Your token may not manage tokens
tokens-admin-needed-how = It lacks “{ $scope }”. On Hubfluencer’s site, signed in, you can make one that has it, and give it here. Everything else goes on working with the one you use.
tokens-empty = No tokens yet
tokens-empty-how = Make one for each computer or program, so that you can revoke it by itself.
tokens-create = Create a token
tokens-create-title = A new token
tokens-create-send = Create
tokens-creating = Creating…
tokens-create-in-doubt = The answer was lost. If a new token is in the list now, its secret can’t be shown any more: revoke it and create another.
tokens-name = Name (optional)
tokens-name-example = Studio laptop
tokens-unnamed = Without a name
tokens-scopes = What it may do
tokens-scope-none = Choose at least one.
scope-read = See
scope-read-means = Projects, results, the balance and the assists.
scope-generate = Make and change
scope-generate-means = Create and edit projects, upload, and spend credits and assists.
scope-admin = Manage tokens
scope-admin-means = See all tokens, create new ones and revoke any. Give it only to what you trust fully.
scope-everything = Everything
tokens-used = used { $ago }
tokens-never-used = never used
tokens-made = made { $ago }
tokens-made-title = Copy your new token
tokens-made-once = Hubfluencer shows it this once. Reelwright keeps it nowhere, unless you use it here: once this is closed, it is forgotten.
tokens-secret = The token
tokens-copy = Copy the token
tokens-use = Use it in Reelwright
tokens-use-means = Or let Reelwright sign in with “{ $name }” from now on, in place of the token it uses.
tokens-use-no-admin = Or let Reelwright sign in with “{ $name }” from now on, in place of the token it uses. It can’t manage tokens, so this page would be closed then.
tokens-use-lacks = Reelwright could sign in with it, but not do everything: it lacks { $lacking }.
tokens-in-use = Reelwright uses the new token now.
tokens-not-copied = It is not copied yet. Press Esc once more to forget it all the same.
tokens-made-close = Done
tokens-revoke = Revoke
tokens-revoke-named = Revoke { $name }
tokens-revoke-title = Revoke this token?
tokens-revoke-means = Whatever uses “{ $name }” is shut out at once. This can’t be undone.
tokens-revoke-own = This could be the token that Reelwright itself uses. If it is, you will be asked for another, and what is being made goes on at Hubfluencer.
tokens-revoke-no = Keep it
tokens-revoked = The token is revoked.

## Usage

hub-usage = Hubfluencer
hub-usage-token = Give your token to see credits and assists.
hub-figure = { $count }
hub-usage-credits = Credits
hub-usage-assists-left = Assists left today
hub-usage-assists-used = Assists used today
hub-usage-heard = Heard { $ago }. Credits are Hubfluencer’s own and apart from Riffkit’s seconds.
hub-purchases = Lately paid
hub-purchases-column-what = What
hub-purchases-column-credits = Credits
hub-purchases-column-state = State
hub-purchases-column-when = When
hub-purchases-column-hide = Hide
hub-purchase-hide = Hide { $step }
hub-paid-generate-short = Short
hub-paid-generate-carousel = Carousel
hub-paid-autopilot = Ad by autopilot
hub-paid-generate-scene = Scene
hub-paid-regenerate-scene = Scene, once more
hub-paid-generate-scenes = All scenes
hub-paid-generate-voice = Voice
hub-paid-generate-music = Music
hub-paid-render = Render
hub-paid-unlock-assists = More assists
hub-paid-sending = being sent
hub-paid-asking-again = answer lost, being asked for again
hub-paid-taken = taken
hub-paid-refused = refused, not charged
hub-paid-not-sent = not sent, not charged
hub-paid-in-doubt = in doubt
hub-paid-given-up = not taken, as you said

## Library and queue

hub-kind-short = Short
hub-kind-carousel = Carousel
hub-kind-editor = Ad
library-service = Made by
library-service-all = All
library-mark = By Hubfluencer: { $kind }
library-open-hub = Open { $title }, by Hubfluencer
library-open-hub-saved = Open { $title }, by Hubfluencer, saved
library-hub-empty = Nothing from Hubfluencer yet
library-hub-empty-how = Every finished short, carousel and ad lands here, with its caption and hashtags.
library-hub-begin = Make a short
reel-hub-project = Open its project
reel-slide-choose = Slide { $number } of { $count }
reel-slides-label = Slides
reel-save-all = Save all
reel-saved-set = { $count ->
    [one] { $count } image in { $folder }
   *[other] { $count } images in { $folder }
}
queue-hub-making = { $count ->
    [one] { $count } project is being made at Hubfluencer:
   *[other] { $count } projects are being made at Hubfluencer:
}
