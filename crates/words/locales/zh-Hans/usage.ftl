# 余额与用量、套餐、团队、异常记录、接口约定的版本。
# 余额一律以视频秒数表示，不提积分或金额。

page-usage = 用量
page-activity = 异常记录

## 余额

usage-read = { $ago }读取
usage-refresh = 重新读取
usage-open-service = 打开 Riffkit
usage-again = 重试
usage-loading = 正在读取余额…
usage-signed-out = 登录后查看余额
usage-signed-out-how = 余额、用量和套餐都保存在 Riffkit。已存到这台电脑的内容不受影响。
usage-unknown = –
usage-balance = 余额
usage-left-means = 可用于下单的视频时长
usage-shared = 余额属于团队所有者，由全体成员共用；每日额度是你自己的。
usage-held = 占用中
usage-today = 今日已用
usage-allowance = 每日额度
usage-allowance-left = 今天 { $limit } 秒的额度还剩 { $left } 秒。
usage-allowance-gone = 今天的 { $limit } 秒额度已用完，明天会重新计算。
usage-allowance-none = 没有每日限制。
usage-batches = 余额来源
usage-batch-kind = 类型
usage-batch-left = 剩余
usage-batch-expires = 到期
usage-batch-other = 其他
plan-until = { $day } 到期
usage-batch-never = 不会过期
usage-missing-balance = 余额没能读取。
usage-missing-allowance = 每日额度没能读取。
usage-missing-plan = 套餐没能读取，秒数按通常的比例换算。
usage-missing-summary = 这段时间的总用量没能读取。
usage-missing-history = 每日用量没能读取。

## 用量

usage-used = 已用
usage-period = 时间范围
usage-period-today = 今天
usage-period-week = 7 天
usage-period-month = 30 天
usage-period-quarter = 90 天
usage-sum-means = 这段时间用掉的视频时长
usage-chart = { $from } 至 { $to } 的每日用量：共 { $total } 秒，最多的一天是 { $day }，{ $most } 秒。
usage-chart-none = 这些天没有用量。
usage-day = { $day }：{ $seconds } 秒
usage-by-day = 每日用量
usage-as-table = 以表格显示每日用量
usage-column-day = 日期
usage-lacks-days = Riffkit 没有逐日列出这段时间的每一天，所以柱形加起来少于总数。

## 套餐

plan-title = 套餐
plan-name = 你的套餐
plan-none = 没有套餐
plan-status = 状态
plan-status-active = 生效中
plan-status-trial = 试用中
plan-status-unpaid = 待付款
plan-status-ended = 已结束
plan-period = 已付费至
plan-period-note = 到期时剩余的时长不会结转。
plan-from-to = { $from } 至 { $to }
plan-next = 之后
plan-ends = 到期结束
plan-no-payments = 这里的 Riffkit 不收款。
plan-offers = 可选套餐
plan-no-offers = 这里的 Riffkit 没有提供套餐。
plan-how = 套餐在 Riffkit 自己的网页上购买和更改。升级立即生效，只按当前周期的剩余时间补差价。
plan-seconds = { $seconds } 秒视频
plan-videos = 约 { $count } 条视频
plan-current = 你的套餐
plan-not-now = 这里无法购买

## 团队

team-title = 团队
team-alone = 目前只有你一个人。加入团队后，这里会列出成员和各自提交的数量。
team-shared = 大家共用所有者的余额。
team-shared-left = 大家共用所有者的余额：还剩 { $seconds } 秒视频。
team-member = 成员
team-you = （你）
team-role = 人物
team-role-owner = 所有者
team-role-admin = 管理员
team-role-member = 成员
team-allowance = 每日
team-no-limit = 不限
team-submitted = 已提交的 riff
team-tasks = 任务
team-see-tasks = 查看任务
team-see-tasks-of = 查看 { $email } 的任务

## 时长不足

top-up-title = 时长不足
top-up-needed = 需要
top-up-left = 剩余
top-up-short = 还差
top-up-open = 打开充值页面
top-up-leads-to = 该页面位于 { $host }。
top-up-close = 暂不

## 异常记录

activity-why = Riffkit 做了哪些接口约定里没有的事。这些大多不需要你处理，但对 Reelwright 或 Riffkit 的开发者有用。
activity-copy = 复制诊断信息
activity-clear = 清空列表
activity-cleared = 列表已清空。
activity-empty = 一切正常
activity-empty-how = 如果 Riffkit 的回应与接口约定不符，会记在这里。
activity-loading = 正在读取列表…
activity-status = 接口约定里没有的回应：{ $status }
activity-status-word = 接口约定里没有的回应：{ $status }（{ $word }）
activity-field = 不该出现的字段：{ $field }
activity-failed = 一个任务重试两次后仍然失败
activity-fell = 余额在一分钟内从 { $from } 秒降到 { $to } 秒，而这台电脑没有下单。在团队里可能是别人下了单；否则请检查你的账号。
activity-times = { $count } 次
activity-noticed = Riffkit 有异常情况
activity-see = 查看
activity-settings = 异常记录
activity-settings-note = { $count ->
    [0] 没有发现异常。
   *[other] 发现 { $count } 项异常。
}
activity-open = 打开列表

## 接口约定的版本

version-contract = Riffkit 接口约定
version-same = { $built }，与已发布的一致
version-moved = 本版本按 { $built } 制作，Riffkit 已发布 { $published }。功能会尽量照常工作；请留意 Reelwright 的新版本。
version-unknown = { $built }；尚不知道已发布的版本
