# The window: rail, dialogs, toasts, sign-in, settings.

app-name = Reelwright
loading = Loading
copied = Copied
page-stopped = This page stopped unexpectedly. Your orders and reels are safe; only what you had not sent yet may have to be typed again.

## Rail

rail-label = Pages
rail-open-orders = { $count ->
    [one] { $count } in progress
   *[other] { $count } in progress
}
page-riff = Riff
page-queue = Queue
page-library = Library
page-templates = Templates
page-products = Products
page-characters = Characters
page-settings = Settings
service-riffkit = Riffkit
account-starting = Starting…
account-signed-out = Sign in
account-waiting = Waiting for you
account-signed-in = Signed in
account-sandbox = Sandbox

## Toasts

toasts-label = Messages
toast-reel-ready = Your reel is ready
toast-show-reel = Show
toast-dismiss = Dismiss

## Pictures and the player

player-play = Play
player-failed = This video can’t be played here.
player-open = Open in player

## Sign-in

sign-in-asking-title = Signing in
sign-in-asking = Asking Riffkit for a code…
sign-in-title = Approve in your browser
sign-in-how = We opened Riffkit’s page. Check that it shows this code, then click Approve.
sign-in-how-no-browser = Your browser could not be opened. Copy the link, open it there, check that it shows this code, then click Approve.
sign-in-code-label = Your code
sign-in-waiting = Waiting for your approval…
sign-in-offline = No connection just now. Your code stays good; we keep trying.
sign-in-left = { $clock } left
sign-in-copy = Copy link
sign-in-open = Open again
sign-in-cancel = Cancel
sign-in-ended-title = You are not signed in
sign-in-again = Try again
sign-in-close = Close
sign-in-done = You are signed in to Riffkit.

## Where the sign-in is kept

vault-title = Stay signed in?
vault-why = This computer has no keychain where Reelwright could keep your sign-in. Your password is never part of it. You are asked this only once, and can change it in Settings.
vault-memory = Only until I close Reelwright
vault-memory-means = Nothing is written to disk. You sign in again next time.
vault-file = Keep it in a file
vault-file-means = You stay signed in. Only your user account on this computer can read the file; it is not encrypted.

## Settings

settings-subtitle = Changes apply at once.
settings-look = Window
settings-language = Language
settings-language-system = Follow the system ({ $name })
settings-theme = Appearance
settings-theme-system = System
settings-theme-light = Light
settings-theme-dark = Dark
settings-reels = Reels
settings-folder = Folder
settings-folder-change = Change…
settings-pattern = File name
settings-pattern-example = For example: { $name }
settings-pattern-unknown = { $part } stays as it is: only {"{date}"}, {"{title}"} and {"{id}"} are filled in.
settings-pattern-insert = Insert { $part }
settings-pattern-title = Froth in one shake
settings-save = Save automatically
settings-save-note = Finished reels go to the folder as soon as they are ready.
settings-work = While riffs are made
settings-pace = Look every
settings-pace-value = { $seconds } s
settings-pace-note = How often the service is asked how far it is.
settings-notify = Notify me
settings-notify-note = A notification from the system when a reel is ready.
settings-account = Account
settings-riffkit = Riffkit
settings-signed-in = Signed in
settings-signed-in-as = Signed in as { $email }
settings-signed-out = Not signed in
settings-sign-in = Sign in
settings-sign-out = Sign out
settings-vault = Sign-in is kept
settings-vault-keychain = In the system’s keychain
settings-vault-file = In a file that only you can read
settings-vault-memory = Until you close Reelwright
settings-vault-undecided = Until you close Reelwright, unless you say otherwise
settings-vault-change = Change…
settings-server = Service
settings-server-sandbox = Sandbox
settings-server-sandbox-note = Practise on this computer: no account, no network, nothing costs. Reels are marked “sandbox”.
settings-server-live = Live
settings-server-live-note = The real Riffkit, with your account. A riff uses seconds of your balance.
settings-server-fixed = This run speaks to { $origin }, set by RIFFKIT_BASE_URL.
settings-no-ffmpeg = ffmpeg was not found on this computer, so the sandbox answers every riff with the same sample reel.
live-title = Go live?
live-restart = Reelwright starts again and speaks to Riffkit itself.
live-account = You sign in with your own Riffkit account.
live-cost = From then on a riff you submit uses seconds of your balance.
live-kept = Sandbox orders and reels stay in the sandbox; saved files stay where they are.
live-yes = Go live
sandbox-title = Back to the sandbox?
sandbox-restart = Reelwright starts again and speaks to the sandbox on this computer.
sandbox-cost = Nothing you do there costs anything or reaches Riffkit.
sandbox-kept = Riffs under way go on at Riffkit. You see them again when you go back live.
sandbox-yes = Use the sandbox
switch-cancel = Stay here
settings-about = About
settings-version = Version
settings-report = Diagnostics
settings-report-copy = Copy report
settings-report-show = Show report
settings-report-note = Facts about this program and its last errors, for whoever helps you. No sign-in or link with a key is in it.
