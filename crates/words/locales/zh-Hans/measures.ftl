# 大小与时间。
measure-megabytes = { $value } MB
measure-seconds = { $value } 秒

measure-just-now = 刚刚
measure-ago-seconds = { $first } 秒前
measure-ago-minutes = { $first } 分钟前
measure-ago-minutes-and = { $first } 分 { $second } 秒前
measure-ago-hours = { $first } 小时前
measure-ago-hours-and = { $first } 小时 { $second } 分钟前
measure-ago-days = { $first } 天前

measure-span-seconds = { $first } 秒
measure-span-minutes = { $first } 分钟
measure-span-minutes-and = { $first } 分 { $second } 秒
measure-span-hours = { $first } 小时
measure-span-hours-and = { $first } 小时 { $second } 分钟
measure-span-days = { $first } 天
