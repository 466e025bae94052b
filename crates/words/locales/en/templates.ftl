# Templates and characters.

## Characters

character-gender-female = Woman
character-gender-male = Man
character-age-young = young
character-age-middle = middle-aged
character-age-senior = older
character-in-review = Can’t act yet: Riffkit is reviewing its avatar.
character-failed = Can’t act: its avatar did not pass Riffkit’s review.
character-no-avatar = Can’t act yet: approve an avatar for it in Riffkit’s settings.

## The picker of characters

characters-pick = Who is in it?
characters-pick-how = Choose nobody, one, or several. Several means several videos: one for each.
characters-auto = Auto
characters-auto-means = An AI-generated person
characters-describe = Describe who you want
characters-describe-example = a calm young woman who knows skincare
characters-fit = { $count ->
    [0] Nobody fits these words. All are still to choose from.
    [one] { $count } fits, and stands first.
   *[other] { $count } fit, and stand first.
}
characters-because = Fits: { $words }
characters-loading = Reading the characters from Riffkit…
characters-none = Riffkit has no characters for you yet. Auto always works.
characters-signed-out = Sign in to see your characters.
characters-count-auto = One video, with an AI-generated person.
characters-count-one = One video, with { $name }.
characters-count = { $count } videos, one for each: { $names }.

## The page of characters

characters-subtitle = Faces that can act in your riffs.
characters-total = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
characters-signed-out-how = They are kept by Riffkit, with their pictures and who they are.
characters-empty = No characters yet
characters-elsewhere = Characters are made, and their avatars approved, in Riffkit’s own settings. Here they are only chosen.
characters-kept = The characters could not be read again. These are the ones last heard of.
characters-none-chosen = Nobody chosen: an AI-generated person acts.
characters-to-riff = To the riff
character-videos = { $count ->
    [one] in { $count } video
   *[other] in { $count } videos
}
character-more = Show all
character-less = Show less
character-use = Use in a riff
character-in-riff = In your riff
character-take-out = Take out

## The list of templates

templates-subtitle = Formulas that are analysed already. Choose one and riff it.
templates-count = { $count ->
    [one] { $count } template, Riffkit’s own first.
   *[other] { $count } templates, Riffkit’s own first.
}
templates-search = Search templates
templates-tags = Only with these tags
templates-tag-add = Another tag
templates-status = Which templates
templates-status-analysed = Ready to riff
templates-status-collected = Not analysed yet
templates-status-archived = Put away
templates-sort = Order
templates-sort-used = Most riffed
templates-sort-newest = Newest first
templates-sort-oldest = Oldest first
templates-loading = Reading the templates from Riffkit…
templates-signed-out = Sign in to see the templates
templates-signed-out-how = Riffkit keeps them: its own, and those of what you riffed.
templates-empty = No templates yet
templates-empty-how = What you riff from a clip or a link is analysed, and stands here as a template from then on.
templates-none-match = No template fits
templates-none-match-how = Try fewer words, fewer tags, or another list.
templates-clear = Show all that are ready
template-open = Open { $name }
template-public = From Riffkit
template-stale = Older analysis
template-segments = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
}

## One template

template-one = Template
template-riff = Riff this
template-narrative = What happens
template-no-narrative = Riffkit wrote nothing about it.
template-time = Second by second
template-loading = Reading what was extracted…
template-from = From
template-from-riffkit = Riffkit
template-from-you = Your own riffs
template-used = Use
template-parts = Formula
template-length = Length
template-language = Language
template-speaking = Speech
template-made = Added
template-source = Source
template-source-elsewhere = On the web
template-copy-link = Copy link
template-tags = Tags

## What was extracted from a source

extraction-timeline = What is said and seen, against time
extraction-list = What is said and seen, by time
extraction-none = Riffkit told nothing of what is said or seen.
extraction-point = Point at a moment to read it, or go along with the arrow keys.
extraction-on-camera = On camera
extraction-voiceover = Voiceover
extraction-silent = No speech
extraction-person = People
extraction-subtitle = Subtitles
extraction-product = Product
extraction-said = “{ $words }”
extraction-moment = { $time }, { $lane }: { $words }
