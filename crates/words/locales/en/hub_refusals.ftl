# Refusals that Hubfluencer gives, or that a check here makes for it.

refusal-hub-absent = This run has no Hubfluencer beside its Riffkit. HUBFLUENCER_BASE_URL says where it is.
refusal-token-needed = Hubfluencer needs your token. Paste it once, and this goes on.
refusal-token-unusable = This can't be a token: it is empty, or has blanks or other signs in it that no token has. Copy it again, whole.
refusal-token-refused = Hubfluencer does not know this token: it was revoked, has run out, or belongs elsewhere. Give another.
refusal-scope-missing = Your token may not do this: it lacks “{ $scope }”. Make one with that permission on Hubfluencer's site, then give it here.
refusal-scope-missing-plain = Your token may not do this. Make one with more permissions on Hubfluencer's site, then give it here.
refusal-not-enough-credits = This costs { $needed } credits, and { $available } are left: { $short } are missing. Nothing was charged.
refusal-not-enough-credits-plain = There are not enough credits for this. Nothing was charged.
refusal-assists-used-up = Today's assists are used up. { $cost ->
    [one] A credit buys { $batch } more,
   *[other] { $cost } credits buy { $batch } more,
 } or you write this yourself. They begin anew tomorrow.
refusal-assists-used-up-plain = Today's assists are used up. Buy a few more, or write this yourself. They begin anew tomorrow.
refusal-already-running = This is being made already. Nothing was sent or charged again.
refusal-autopilot-active = Autopilot has the timeline. Wait until it is done, then go on.
refusal-batch-active = Scenes are being made right now. Wait until they are done, then go on.
refusal-not-finished-yet = This can't be done as it stands now. Look at it again, and try once it is finished.
refusal-prompt-rejected = Hubfluencer does not make this: the words go against its rules ({ $category }). Nothing was charged. Change the words.
refusal-prompt-rejected-plain = Hubfluencer does not make this: the words go against its rules. Nothing was charged. Change the words.
refusal-screening-down = Hubfluencer can't check the words right now, so it makes nothing. Nothing was charged. Try again in a moment.
refusal-upload-quota = There is no room for this clip: { $used } of { $limit } MB are used and { $reserved } MB are on their way, so { $remaining } MB are left. Delete clips that you no longer need on Hubfluencer's site.
refusal-upload-quota-plain = There is no room for this clip. Delete clips that you no longer need on Hubfluencer's site.
refusal-footage-not-ready = This clip is still being prepared. It can be placed once it is ready.
refusal-brief-too-short = The brief needs at least 10 characters.
refusal-scene-count-invalid = Hubfluencer does not take this number of scenes. Choose another.
refusal-project-limit = An account without credits may have 100 projects. Buy credits, or delete some on Hubfluencer's site.
refusal-placement-unsupported = With this project's video model, the product can't be kept for the end. Choose “throughout”.
refusal-carousel-locked = This carousel is being made or is made, so { $field } stays as it is. Change the caption, the hashtags, a slide's words or the look instead.
refusal-carousel-locked-plain = This carousel is being made or is made. Change the caption, the hashtags, a slide's words or the look instead.
refusal-field-invalid = { $fault ->
    [too-short] { $field } needs { $least ->
        [one] at least one character.
       *[other] at least { $least } characters.
    }
    [too-long] { $field } takes at most { $most } characters: { $over ->
        [one] one is too many.
       *[other] { $over } are too many.
    }
    [missing] { $field } is needed, whole.
    [out-of-range] { $field } can be { $least } to { $most }.
    [fixed] { $field } stays as it was at the beginning. Begin another to change it.
   *[other] Hubfluencer does not take { $field } like this: { $detail }
 }
refusal-field-invalid-plain = Hubfluencer does not take one of these fields like this. Change it.
refusal-footage-too-large = { $file } has { $megabytes } MB; Hubfluencer takes clips up to 500 MB. Export it smaller.
refusal-footage-too-large-plain = Hubfluencer takes clips up to 500 MB. Export it smaller.
refusal-footage-too-long = { $file } runs { $seconds } s; Hubfluencer takes clips up to 5 minutes. Trim it.
refusal-footage-too-long-plain = Hubfluencer takes clips up to 5 minutes. Trim it.
refusal-footage-kind-unknown = { $file } is neither MP4, MOV, WebM nor MKV inside, whatever its name says. Choose another.
refusal-footage-kind-unknown-plain = This is neither MP4, MOV, WebM nor MKV inside, whatever its name says. Choose another.
refusal-hub-image-kind-unknown = { $file } is neither JPG nor PNG inside, whatever its name says. Choose another.
refusal-hub-image-kind-unknown-plain = This is neither JPG nor PNG inside, whatever its name says. Choose another.
refusal-hub-image-too-large = { $file } has { $megabytes } MB; Hubfluencer takes images up to 20 MB. Choose a smaller one.
refusal-hub-image-too-large-plain = Hubfluencer takes images up to 20 MB. Choose a smaller one.
refusal-storage-refused = The storage did not take a piece of the file ({ $detail }). What it has already taken is kept; going on sends the rest.
refusal-storage-refused-plain = The storage did not take a piece of the file. What it has already taken is kept; going on sends the rest.
refusal-footage-failed = Hubfluencer can't use this clip: “{ $detail }” Choose another.
refusal-footage-failed-plain = Hubfluencer can't use this clip. Choose another.
refusal-step-void = This has changed since you looked at its price, so nothing was sent. Look at it once more.
refusal-step-under-way = This very step is under way already. Nothing was sent again.

# Sentences that name the service, where it is Hubfluencer.
refusal-hub-offline = Hubfluencer can't be reached, or its answer was lost on the way. Check your connection, then try again.
refusal-hub-bad-answer = The answer did not come from Hubfluencer; a login page of the network may be in the way. Open any web page to check, then try again.
refusal-hub-service-failed = Hubfluencer has a problem of its own right now. Wait a few minutes, then try again.
refusal-hub-rate-limited = { $seconds ->
    [one] Hubfluencer asks for a short pause. Try again in { $seconds } second.
   *[other] Hubfluencer asks for a short pause. Try again in { $seconds } seconds.
}
refusal-hub-rate-limited-plain = Hubfluencer asks for a short pause. Try again in a minute.
refusal-hub-service-refused = Hubfluencer did not accept this, and nothing was charged. It says: “{ $detail }”
refusal-hub-service-refused-plain = Hubfluencer did not accept this and gave no reason; nothing was charged.
refusal-hub-forbidden = Your Hubfluencer account may not do this. Hubfluencer says: “{ $detail }”
refusal-hub-forbidden-plain = Your Hubfluencer account may not do this.
refusal-hub-not-found = Hubfluencer does not have this any more. It may have been deleted there.
refusal-hub-too-large-for-service = Hubfluencer found this too large. Choose a smaller one.
refusal-hub-in-doubt = This left, but no answer came: Hubfluencer may have taken it. Look at your balance and the project before you try it again.
refusal-hub-not-sent = This was stopped before it had left. Hubfluencer took nothing.

next-give-token = Give a token
next-open-hubfluencer = Open Hubfluencer
next-unlock-assists = More assists
next-look-now = Look now
refusal-hub-over-limit = { $period ->
    [day] This brings you to { $would_be ->
        [one] { $would_be } credit
       *[other] { $would_be } credits
    } today. Your limit for a day is { $limit }.
    [month] This brings you to { $would_be ->
        [one] { $would_be } credit
       *[other] { $would_be } credits
    } this month. Your limit for a month is { $limit }.
   *[order] This costs { $would_be ->
        [one] { $would_be } credit
       *[other] { $would_be } credits
    }. Your limit for one step is { $limit }.
}
refusal-hub-over-limit-plain = This goes over a limit that you have set.
