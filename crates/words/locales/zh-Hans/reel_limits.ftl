# 自己设的上限，超出时多问的一句，以及各种期限。
cli-value-limit = 上限
cli-help-hub-over-limit = 同意超出你设的上限
cli-help-limits = 查看或设定不用多问就能花掉的最大额度
cli-help-limits-service = 服务：riffkit 按视频秒数算，hubfluencer 按整数积分算
cli-help-limits-order = 单个订单、重试或付费步骤的上限；off 表示不设上限
cli-help-limits-day = 每天的上限；off 表示不设上限
cli-help-limits-month = 每月的上限；off 表示不设上限
cli-examples-limits =
    例子:
      reel limits riffkit --day 120 --month 900
      reel limits hubfluencer --order 15
      reel limits riffkit --day off
cli-limits-order = 单个订单
cli-limits-day = 今天
cli-limits-month = 本月
cli-limits-at-most = 最多 { $limit }
cli-limits-none = 不设上限
cli-over-limit-ask = 这一次超出它？[y/N]
cli-over-limit-how = 加上 --over-limit 可以这一次超出它，或者用 `reel limits` 改上限。
cli-queue-retry-until = 还可以重试 { $left }：reel retry { $task }
cli-login-until = 这个链接在 { $left } 内有效。
