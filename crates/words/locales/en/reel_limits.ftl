# Limits of the person's own, the extra yes to go over one, and how long things can be done.
cli-value-limit = LIMIT
cli-help-hub-over-limit = Agree to go over a limit that you have set
cli-help-limits = Show or set the most that may be spent without an extra yes
cli-help-limits-service = The service: riffkit counts in seconds of video, hubfluencer in whole credits
cli-help-limits-order = The most by one order, retry or paid step; off for no limit
cli-help-limits-day = The most in a day; off for no limit
cli-help-limits-month = The most in a month; off for no limit
cli-examples-limits =
    Examples:
      reel limits riffkit --day 120 --month 900
      reel limits hubfluencer --order 15
      reel limits riffkit --day off
cli-limits-order = By one order
cli-limits-day = Today
cli-limits-month = This month
cli-limits-at-most = at most { $limit }
cli-limits-none = no limit
cli-over-limit-ask = Go over it this once? [y/N]
cli-over-limit-how = Add --over-limit to go over it this once, or change it with `reel limits`.
cli-queue-retry-until = Can be tried again for { $left } more: reel retry { $task }
cli-login-until = The link works for { $left }.
