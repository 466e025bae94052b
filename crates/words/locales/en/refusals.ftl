# Why something was not done, and what to do: one entry for each code.
# Balances and costs are told in seconds of video, never in credits or money.
# A -plain entry is said when the service did not give the values of the other.

refusal-not-signed-in = You are not signed in to Riffkit. Sign in, and this goes on from where it was.
refusal-other-account = This was ordered with { $account }, and another Riffkit account is signed in. Sign in as { $account }, and it goes on from where it was.
refusal-other-account-plain = This was ordered with another Riffkit account than the one that is signed in. Sign in with that one, and it goes on from where it was.
refusal-sign-in-denied = The sign-in was denied in the browser. Start it again if you meant to approve it.
refusal-sign-in-expired = Nobody approved the sign-in in time, so its code has stopped working. Start again for a new one.
refusal-sign-in-invalid = This sign-in can't be used any more. Start again for a new code.
refusal-sign-in-blocked = Something between this computer and Riffkit blocks the sign-in, such as a proxy or a company network. Try another network, or ask whoever runs this one.
refusal-vault-choice-needed = This computer has no keychain. Say where your sign-in should be kept.
refusal-vault-failed = Your sign-in could not be read from where it is kept, or written there. Unlock the keychain, or choose another place.
refusal-offline = Riffkit can't be reached, and nothing was sent to it. Check your connection, then try again.
refusal-bad-answer = The answer did not come from Riffkit; a login page of the network may be in the way. Open any web page to check, then try again.
refusal-service-failed = Riffkit has a problem of its own right now. Wait a few minutes, then try again.
refusal-rate-limited = { $seconds ->
    [one] Riffkit asks for a short pause. Try again in { $seconds } second.
   *[other] Riffkit asks for a short pause. Try again in { $seconds } seconds.
}
refusal-rate-limited-plain = Riffkit asks for a short pause. Try again in a minute.
refusal-too-many-submits = { $seconds ->
    [one] Ten orders left this computer within a minute, which is as many as Riffkit takes. The next can go in { $seconds } second.
   *[other] Ten orders left this computer within a minute, which is as many as Riffkit takes. The next can go in { $seconds } seconds.
}
refusal-too-many-submits-plain = Ten orders left this computer within a minute, which is as many as Riffkit takes. Try again in a minute.
refusal-not-enough-seconds = This riff needs about { $needed } s of video and you have { $available } s left, so { $short } s are missing. Top up, then order it again.
refusal-not-enough-seconds-plain = You don't have enough seconds left for this riff. Top up, then order it again.
refusal-not-enough-seconds-unknown = You don't have enough seconds left for this riff. Top up, then order it again.
refusal-service-refused = Riffkit did not accept this order, and nothing was taken. It says: “{ $detail }”
refusal-service-refused-plain = Riffkit did not accept this order and gave no reason; nothing was taken. Check the source and the words of your plan.
refusal-forbidden = Your Riffkit account may not do this. Riffkit says: “{ $detail }”
refusal-forbidden-plain = Your Riffkit account may not do this. Check your plan on Riffkit's website.
refusal-not-found = Riffkit does not have this any more. It may have been deleted there.
refusal-too-large-for-service = Riffkit found this clip too large. Export it smaller, or choose another.
refusal-no-source = There is nothing to riff yet. Choose a clip or paste a TikTok link.
refusal-clip-refused = This clip can't be sent as it is. Trim it or choose another.
refusal-clip-gone = This clip is no longer at hand. Choose it again.
refusal-clip-changed = The file was changed, moved or deleted after you chose it, so it was not sent. Choose it again.
refusal-link-not-tiktok = This is not a link to a TikTok video. Copy it from the video's Share menu, then paste it here.
refusal-link-not-one-video = This link leads to a profile or a list. Open the one video you want and copy its link.
refusal-link-suspicious = This link holds a login, a port or a backslash, which TikTok's links never do. Copy it again from the video's Share menu.
refusal-link-host-unusual = This link leads to { $host }, which is not one of TikTok's addresses. Agree to that address if you trust it, or use the link from the video's Share menu.
refusal-link-host-unusual-plain = This link leads to an address that is not one of TikTok's. Use the link from the video's Share menu.
refusal-text-too-long = { $field ->
    [hint] The hook hint is over its 5,000 characters by { $over }. Shorten it.
   *[direction] The creative direction is over its 5,000 characters by { $over }. Shorten it.
}
refusal-text-too-long-plain = A text is over its 5,000 characters. Shorten it.
refusal-text-damaged = A character in your text was lost on its way here and shows as �. Type it again.
refusal-language-unknown = Riffkit does not make videos in this language. Choose another from the list.
refusal-review-void = The plan has changed since you looked at it, so it was not sent. Review it once more.
refusal-in-doubt = The order left, but no answer came: Riffkit may have taken it. It is not sent again by itself; the queue shows what becomes of it.
refusal-not-sent = The order was stopped before all of it had left. Riffkit took nothing.
refusal-cancelled = You stopped this.
refusal-unknown = This is not known here; it may be from another server or was taken off the list.
refusal-folder-unwritable = Nothing can be saved in { $folder }: { $detail }. Choose another folder.
refusal-folder-unwritable-plain = Nothing can be saved in this folder. Choose another.
refusal-disk-full = The reel needs { $needed } MB and the disk has { $free } MB free. Make room or choose another folder.
refusal-disk-full-plain = The disk has no room for this reel. Make room or choose another folder.
refusal-download-damaged = The reel did not arrive whole, so it was not kept. Save it again.
refusal-journal-failed = Reelwright can't keep its own notes, and without them it sends nothing. Check that the disk is not full, then try again. ({ $detail })
refusal-journal-failed-plain = Reelwright can't keep its own notes, and without them it sends nothing. Check that the disk is not full, then try again.
refusal-auto-generate-no-balance = The clip was analysed, but your seconds ran out before a video was begun. Nothing was charged; top up, then order it again.
refusal-auto-generate-failed = The clip was analysed, but no video was begun, and nothing was charged. Riffkit says: “{ $detail }”
refusal-auto-generate-failed-plain = The clip was analysed, but no video was begun, and nothing was charged.
refusal-template-not-ready = This template has no finished analysis, so no riff can be made from it. Choose another.
refusal-analysis-failed = The new analysis of this template failed. Riffkit says: “{ $detail }” The template stays as it was.
refusal-analysis-failed-plain = The new analysis of this template failed, and the template stays as it was.
refusal-batch-needs-template = Several videos at once are made from a template. Choose one.
refusal-character-not-ready = { $name } can't act yet: no picture of them has passed Riffkit's review. Choose another character, or finish this one in Riffkit's settings.
refusal-character-not-ready-plain = This character can't act yet: no picture of them has passed Riffkit's review. Choose another.
refusal-product-name-missing = Give the product a name.
refusal-product-description-missing = Describe the product: it is all that Riffkit will know of it.
refusal-too-many-images = A product takes 8 images. { $over ->
    [one] Take one away.
   *[other] Take { $over } away.
}
refusal-too-many-images-plain = A product takes 8 images. Take some away.
refusal-image-name-missing = Give { $file } a name. An image without one can't be asked for in the creative direction.
refusal-image-name-missing-plain = Give each image a name. One without can't be asked for in the creative direction.
refusal-image-name-taken = Two images are called “{ $name }”. Give one of them another name.
refusal-image-name-taken-plain = Two images have the same name. Give one of them another.
refusal-image-id-reserved = Riffkit keeps the image id “{ $id }” for itself. Choose another, or leave it empty.
refusal-image-id-reserved-plain = Riffkit keeps this image id for itself. Choose another, or leave it empty.
refusal-image-kind-unknown = { $file } is neither JPG, PNG nor WebP inside, whatever its name says. Choose another.
refusal-image-kind-unknown-plain = This is neither JPG, PNG nor WebP inside, whatever its name says. Choose another.
refusal-image-too-large = { $file } has { $megabytes } MB; Riffkit takes images up to 50 MB. Choose or export a smaller one.
refusal-image-too-large-plain = Riffkit takes images up to 50 MB. Choose or export a smaller one.
refusal-image-url-not-public = Riffkit fetches images from public web addresses only (http or https, with no sign-in). Check the address.
refusal-file-gone = { $file } is gone, or was changed after you chose it. Choose it again.
refusal-file-gone-plain = The file is gone, or was changed after you chose it. Choose it again.
refusal-file-refused = { $file } can't be reference material: Riffkit takes videos up to 100 MB and images up to 50 MB. Choose another.
refusal-file-refused-plain = Riffkit takes videos up to 100 MB and images up to 50 MB as reference material. Choose another.
refusal-product-unfinished = The new product could not be written whole, so the order has not left and nothing was charged. What is written stays; going on sends the rest, then the order.
refusal-daily-limit = Your daily allowance is used up. It begins anew tomorrow, or the owner of your team can raise it.
refusal-subscription-required = Riffkit asks for a subscription before it does this. You can get one on its own site.
refusal-cannot-cancel = It has ended or is in its last step, so it can't be cancelled any more.
refusal-cannot-retry = Riffkit does not take this one again. It says: “{ $detail }”
refusal-cannot-retry-plain = Only what failed within the last 24 hours can be tried again. Order it anew instead.
refusal-retry-void = The task has moved since you looked at it, so nothing was sent. Look at it once more.
refusal-engine-failed = Riffkit's video engine failed: “{ $detail }” Nothing is tried again by itself.
refusal-engine-failed-plain = Riffkit's video engine failed. Nothing is tried again by itself.
refusal-date-unreadable = “{ $text }” is not a date that can be read. Write it as 2026-11-30.
refusal-date-unreadable-plain = This is not a date that can be read. Write it as 2026-11-30.
refusal-internal = Something went wrong in Reelwright itself. Settings has a report that helps to find it. ({ $detail })
refusal-internal-plain = Something went wrong in Reelwright itself. Settings has a report that helps to find it.

# The word on the button that leads on.
next-sign-in = Sign in
next-top-up = Top up
next-choose-another = Choose another
next-edit-plan = Change the plan
next-try-again = Try again
next-open-queue = Look in the queue
next-choose-folder = Choose a folder
next-choose-vault = Say where to keep it
next-review-again = Review again
next-resume = Go on
next-open-service = Open Riffkit

# What a look at a clip found.
clip-missing = There is no file here.
clip-dead-link = This shortcut leads to a file that is gone.
clip-folder = This is a folder. Choose a video in it.
clip-not-a-file = This is not a file that can be read.
clip-no-permission = You have no permission to read this file.
clip-unreadable = The file could not be read: { $detail }.
clip-unreadable-plain = The file could not be read.
clip-empty = The file is empty.
clip-image = This is a picture. A riff needs a video.
clip-no-video = This file has sound but no picture. A riff needs a video.
clip-not-video = This is not a video, or of a kind that can't be told.
clip-truncated = The video is cut off: its end is missing. Copy or export it again.
clip-broken = The video is damaged inside ({ $detail }). Export it again.
clip-broken-plain = The video is damaged inside. Export it again.
clip-too-large = { $size_mb } MB is { $over_mb } MB over the 100 MB that Riffkit takes. Export it smaller.
clip-too-large-plain = This is over the 100 MB that Riffkit takes. Export it smaller.
clip-near-size-cap = { $size_mb } MB is right at the limit of 100 MB, so Riffkit may refuse it.
clip-near-size-cap-plain = This is right at the limit of 100 MB, so Riffkit may refuse it.
clip-too-long = { $seconds } s is { $over } s over the { $cap } s that Riffkit takes. Trim it.
clip-too-long-plain = This is longer than Riffkit takes. Trim it.
clip-unknown-container = Riffkit does not name { $container } among the kinds it takes, so it may refuse this clip.
clip-unknown-container-plain = Riffkit does not name this kind of file among those it takes, so it may refuse this clip.
clip-no-length = The length of this video can't be told. Export it as MP4.
refusal-over-limit = { $period ->
    [day] This could bring you to { $would_be } s today. Your limit for a day is { $limit } s.
    [month] This could bring you to { $would_be } s this month. Your limit for a month is { $limit } s.
   *[order] This could cost up to { $would_be } s. Your limit for one order is { $limit } s.
}
refusal-over-limit-plain = This goes over a limit that you have set.
refusal-trash-failed = The files could not be moved to the trash; they are where they were. { $detail }
refusal-trash-failed-plain = The files could not be moved to the trash; they are where they were.
refusal-order-vanished = Riffkit has known nothing of this order for an hour, not even in its task list. If it comes back there, look again: nothing is ordered anew.
refusal-not-a-candidate = That batch is not one of those that were shown for this order. Look at the list again.
refusal-journal-set-aside = The journal of this machine was damaged. It is kept as { $file }, and a new one was begun: what it knew of orders under way is not in the new one, so look at what the service lists before you send anything again.
refusal-journal-set-aside-plain = The journal of this machine was damaged. It is kept, and a new one was begun: what it knew of orders under way is not in the new one, so look at what the service lists before you send anything again.
refusal-journal-too-new = The journal on this machine was written by a newer Reelwright. Nothing in it was touched: update Reelwright to go on.
