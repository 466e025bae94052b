# Sizes and times.
measure-megabytes = { $value } MB
measure-seconds = { $value } s

measure-just-now = just now
measure-ago-seconds = { $first } s ago
measure-ago-minutes = { $first } min ago
measure-ago-minutes-and = { $first } min { $second } s ago
measure-ago-hours = { $first } h ago
measure-ago-hours-and = { $first } h { $second } min ago
measure-ago-days = { $first ->
    [one] { $first } day ago
   *[other] { $first } days ago
}

measure-span-seconds = { $first } s
measure-span-minutes = { $first } min
measure-span-minutes-and = { $first } min { $second } s
measure-span-hours = { $first } h
measure-span-hours-and = { $first } h { $second } min
measure-span-days = { $first ->
    [one] { $first } day
   *[other] { $first } days
}
