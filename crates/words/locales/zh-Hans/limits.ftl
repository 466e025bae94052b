# 用户自己设的花费上限，以及超出时的额外确认。
settings-limits = 花费上限
settings-limits-means = 到了上限并不会被拒绝：超出之前会再请你确认一次。从这台电脑花掉的都算在内。
limits-of-riffkit = Riffkit，按视频秒数
limits-of-hubfluencer = Hubfluencer，按积分
limits-order = 单个订单
limits-step = 单次操作
limits-day = 每天
limits-month = 每月
limits-none = 不限
limits-seconds = 秒
limits-credits = 积分
limits-today = 今天已用 { $used }
limits-this-month = 本月已用 { $used }
limits-fault = 请填整数；留空表示不限。
limits-credits-of = { $count ->
   *[other] { $count } 积分
}
limits-agree = { $period ->
    [day] 这一次允许超出我设的每天 { $limit }上限
    [month] 这一次允许超出我设的每月 { $limit }上限
   *[order] 这一次允许超出我设的 { $limit }上限
}
limits-agree-all = 这一次允许超出我设的这些上限
usage-limits = 你设的上限，从这台电脑花掉的算在内
usage-limit-order = 单个订单
usage-limit-step = 单次操作
usage-limit-day = 今天
usage-limit-month = 本月
usage-limit-most = 最多 { $limit }
usage-limit-used = { $used } / { $limit }
usage-limit-change = 更改上限
