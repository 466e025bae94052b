# Balance and use, plans, the team, activity, the contract’s version.
# Balances are told in seconds of video, never in credits or money.

page-usage = Usage
page-activity = Activity

## What is left

usage-read = Read { $ago }
usage-refresh = Read again
usage-open-service = Open Riffkit
usage-again = Try again
usage-loading = Reading your balance…
usage-signed-out = Sign in to see your balance
usage-signed-out-how = What is left, what was used and your plan are kept by Riffkit. What was saved to this computer stays here.
usage-unknown = –
usage-balance = Balance
usage-left-means = of video left to order
usage-shared = The balance is your team owner’s, and everybody in the team draws on it. The daily allowance is your own.
usage-held = Held
usage-today = Used today
usage-allowance = Daily allowance
usage-allowance-left = { $left } s of your { $limit } s for today are left.
usage-allowance-gone = Your { $limit } s for today are used up. Tomorrow there are new ones.
usage-allowance-none = No daily limit.
usage-batches = Where it comes from
usage-batch-kind = Kind
usage-batch-left = Left
usage-batch-expires = Expires
usage-batch-other = Other
plan-until = until { $day }
usage-batch-never = never
usage-missing-balance = What is left could not be read.
usage-missing-allowance = Your daily allowance could not be read.
usage-missing-plan = Your plan could not be read. Seconds are worked out by the usual rate.
usage-missing-summary = The sum of this period could not be read.
usage-missing-history = The days could not be read.

## What was used

usage-used = Used
usage-period = Period
usage-period-today = Today
usage-period-week = 7 days
usage-period-month = 30 days
usage-period-quarter = 90 days
usage-sum-means = of video in this period
usage-chart = Use by day from { $from } to { $to }: { $total } s in all, most on { $day } with { $most } s.
usage-chart-none = Nothing was used in these days.
usage-day = { $day }: { $seconds } s
usage-by-day = Use by day
usage-as-table = Show the days as a table
usage-column-day = Day
usage-lacks-days = Riffkit doesn’t list every day of this period one by one, so the bars come to less than the sum.

## Plans

plan-title = Plan
plan-name = Your plan
plan-none = No plan
plan-status = Standing
plan-status-active = Active
plan-status-trial = On trial
plan-status-unpaid = Payment is due
plan-status-ended = Ended
plan-period = Paid for
plan-period-note = What is left at the end is not carried over.
plan-from-to = { $from } to { $to }
plan-next = After that
plan-ends = It ends
plan-no-payments = Riffkit takes no payments here.
plan-offers = Plans
plan-no-offers = Riffkit offers no plans here.
plan-how = Plans are bought and changed on Riffkit’s own pages. A larger plan counts at once, and only the rest of the present period is charged.
plan-seconds = { $seconds ->
    [one] { $seconds } second of video
   *[other] { $seconds } seconds of video
}
plan-videos = { $count ->
    [one] about { $count } video
   *[other] about { $count } videos
}
plan-current = Your plan
plan-not-now = Can’t be bought here

## The team

team-title = Team
team-alone = You work on your own. In a team, its members and what each of them submitted stand here.
team-shared = Everybody draws on the owner’s balance.
team-shared-left = { $seconds ->
    [one] Everybody draws on the owner’s balance: { $seconds } second of video is left.
   *[other] Everybody draws on the owner’s balance: { $seconds } seconds of video are left.
}
team-member = Member
team-you = (you)
team-role = Role
team-role-owner = Owner
team-role-admin = Admin
team-role-member = Member
team-allowance = A day
team-no-limit = no limit
team-submitted = Riffs submitted
team-tasks = Tasks
team-see-tasks = See tasks
team-see-tasks-of = See the tasks of { $email }

## Seconds that are missing

top-up-title = Not enough seconds
top-up-needed = Needed
top-up-left = Left
top-up-short = Missing
top-up-open = Open the top-up page
top-up-leads-to = The page is on { $host }.
top-up-close = Not now

## Activity

activity-why = What Riffkit did that its contract does not say. Most of it needs nothing from you; whoever develops Reelwright or Riffkit can use it.
activity-copy = Copy diagnostics
activity-clear = Clear the list
activity-cleared = The list is empty now.
activity-empty = Nothing unusual
activity-empty-how = When Riffkit answers in a way that its contract does not say, it is written down here.
activity-loading = Reading the list…
activity-status = An answer that the contract does not have: { $status }
activity-status-word = An answer that the contract does not have: { $status } ({ $word })
activity-field = A field that should not be there: { $field }
activity-failed = A task failed again after two retries
activity-fell = Your balance fell from { $from } s to { $to } s within a minute, with no order from this computer. In a team, somebody else’s order does that; otherwise look at your account.
activity-times = { $count ->
    [one] once
   *[other] { $count } times
}
activity-noticed = Riffkit did something unusual
activity-see = See
activity-settings = Activity
activity-settings-note = { $count ->
    [0] Nothing unusual was noticed.
    [one] { $count } unusual thing was noticed.
   *[other] { $count } unusual things were noticed.
}
activity-open = Open the list

## The contract’s version

version-contract = Riffkit’s contract
version-same = { $built }, the published one
version-moved = This version was made for { $built }; Riffkit publishes { $published }. Everything goes on working as well as it can; look for a newer Reelwright.
version-unknown = { $built }; the published one is not known yet
