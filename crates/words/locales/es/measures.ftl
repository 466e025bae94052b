# Tamaños y tiempos.
measure-megabytes = { $value } MB
measure-seconds = { $value } s

measure-just-now = ahora mismo
measure-ago-seconds = hace { $first } s
measure-ago-minutes = hace { $first } min
measure-ago-minutes-and = hace { $first } min y { $second } s
measure-ago-hours = hace { $first } h
measure-ago-hours-and = hace { $first } h y { $second } min
measure-ago-days = { $first ->
    [one] hace { $first } día
   *[other] hace { $first } días
}

measure-span-seconds = { $first } s
measure-span-minutes = { $first } min
measure-span-minutes-and = { $first } min { $second } s
measure-span-hours = { $first } h
measure-span-hours-and = { $first } h { $second } min
measure-span-days = { $first ->
    [one] { $first } día
   *[other] { $first } días
}
