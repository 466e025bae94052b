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
