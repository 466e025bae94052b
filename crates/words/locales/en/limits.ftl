# Limits of the person's own on what is spent, and the extra yes to go over one.
settings-limits = Spend limits
settings-limits-means = Nothing is refused at a limit: you are asked for an extra yes before you go over it. What is spent from this computer counts.
limits-of-riffkit = Riffkit, in seconds of video
limits-of-hubfluencer = Hubfluencer, in credits
limits-order = One order
limits-step = One step
limits-day = A day
limits-month = A month
limits-none = No limit
limits-seconds = s
limits-credits = credits
limits-today = { $used } today
limits-this-month = { $used } this month
limits-fault = Write a whole number, or leave it empty for no limit.
limits-credits-of = { $count ->
    [one] { $count } credit
   *[other] { $count } credits
}
limits-agree = { $period ->
    [day] Go over my limit of { $limit } a day this once
    [month] Go over my limit of { $limit } a month this once
   *[order] Go over my limit of { $limit } this once
}
limits-agree-all = Go over these limits of mine this once
usage-limits = Your limits, for what is spent from this computer
usage-limit-order = One order
usage-limit-step = One step
usage-limit-day = Today
usage-limit-month = This month
usage-limit-most = { $limit } at most
usage-limit-used = { $used } of { $limit }
usage-limit-change = Change limits
