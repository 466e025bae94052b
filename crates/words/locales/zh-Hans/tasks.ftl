# 任务、重试、回顾，以及短片库的筛选。

## 队列的标签

queue-tabs = 显示内容
queue-tab-orders = 订单
queue-tab-tasks = 全部任务
order-tasks = { $count } 个任务
order-task-open = 详情

## 任务列表

tasks-means = 交给 Riffkit 的全部工作，不论是在这里还是在别处提交的。
tasks-list = 任务
tasks-count = { $count } 个任务，最新在前
tasks-by-status = 状态
tasks-all = 全部
tasks-kind = 类型
tasks-kind-any = 视频和分析
tasks-kind-videos = 视频
tasks-kind-analyses = 分析
tasks-by = 提交人
tasks-by-anybody = 团队中的任何人
tasks-by-me = { $email }（你）
tasks-from = 从
tasks-to = 到
tasks-day-example = 2026-11-30
tasks-clear = 清除筛选
tasks-loading = 正在从 Riffkit 读取任务…
tasks-signed-out = 登录后查看全部任务
tasks-signed-out-how = 这份列表由 Riffkit 保管，也包括在它网站上下的单，以及团队里其他人下的单。
tasks-empty = Riffkit 上还没有你的任务
tasks-empty-how = 每个 Riff 一被受理，就会出现在这里。
tasks-none-match = 没有符合的任务
tasks-none-match-how = 换一个状态，或放宽时间。

## 单个任务

task-one = 任务
task-queued = 等待中
task-running = 进行中
task-completed = 已完成
task-failed = 失败
task-dead = 已中断
task-cancelled = 已取消
task-video = 视频
task-analysis = 分析
task-submitted = { $ago }提交
task-started = { $ago }开始
task-ended = { $ago }结束
task-on-camera = 出镜
task-off-camera = 不出镜
task-no-product = 无产品
task-failed-means = Riffkit 没能完成它。
task-dead-means = Riffkit 中途重启，任务被中断了。只有重试才能恢复。
task-too-late = 它失败已超过一天，Riffkit 不再接受重试。请重新下单。
task-progress = 进度（来自 Riffkit）
task-stale = 暂时无法重新读取，情况可能已有变化。
task-facts = 这个任务的已知信息
task-fact-template = 模板
task-fact-character = 人物
task-fact-product = 产品
task-fact-visibility = 出镜方式
task-fact-language = 语言
task-fact-segments = 段数
task-fact-by = 提交人
task-fact-submitted = 提交时间
task-fact-started = 开始时间
task-fact-ended = 结束时间
task-fact-took = 用时
task-fact-batch = 批次
task-fact-id = 任务编号
task-to-template = 查看模板
task-copy-id = 复制任务编号
task-reel = 查看短片
task-reel-of = 查看第 { $number } 条短片

## 取消

task-cancel = 取消…
task-cancel-title = 要取消这个任务吗？
task-cancel-means = 已经渲染的部分会照常计费，不会退回。正在进行的步骤会先做完。
task-cancel-no = 让它继续
task-cancel-yes = 取消任务
task-cancel-busy = 正在取消…
task-cancel-done = 任务已取消。

## 重试

task-retry = 重试…
retry-title = 要重试这个任务吗？
retry-loading = 正在向 Riffkit 了解重试的代价…
retry-means = 重试会从头再做一遍，生成的每一秒视频都会重新计费。
retry-at-most = 最多花费
retry-left = 你还剩
retry-unknown = 未知
retry-lacks = 你的余额可能不够。如果不够，Riffkit 会拒绝重试，也不会为此计费。
retry-causes = 请先处理
retry-stale-template = 模板的分析已经过时。请重新分析，否则可能再次失败。
retry-to-template = 打开模板
retry-product-images = 失败与产品图片有关。请看看图片是否清晰、名称是否正确。
retry-to-product = 打开产品
retry-character = { $name } 目前不能出演，重试也会失败。
retry-to-characters = 查看人物
retry-failed-before = 重试两次后仍然失败，再试一次也很难有不同结果。建议换些选择，重新下单。
retry-no = 暂不
retry-yes = 重试
retry-busy = 正在重试…
retry-done = Riffkit 已重新受理这个任务。

## Riff 了什么

recap-title = Riff 了什么
recap-loading = 正在读取 Riff 的内容…
recap-extracted = 在原片中找到的
recap-rewritten = 为你的短片写的
recap-none = Riffkit 没有保留这条短片的编写记录。

## 短片库的标签和筛选

library-tabs = 显示内容
library-count-more = 超过 { $count } 条短片
library-tab-reels = 短片
library-tab-material = 你的素材
library-character = 人物
library-any-character = 任何人物
library-product = 产品
library-any-product = 任何产品
library-template = 模板
library-any-template = 任何模板
library-since-today = 今天
library-sort-character = 按人物
library-sort-product = 按产品

## 单条短片

reel-version = 看哪个版本
reel-finished = 成片
reel-raw = 原始版
reel-to-task = 查看它的任务
reel-riff-again = 再次 Riff
reel-riff-again-title = 要替换正在写的内容吗？
reel-riff-again-means = Riff 页上还有没下单的文字，它们会被这个方案替换掉。
reel-riff-again-no = 保留我的文字
reel-riff-again-yes = 替换

## 参考素材

material-means = 你交给 Riffkit 作参考的视频和图片。没有它们也能 Riff。
material-upload = 上传…
material-uploads = 正在上传
material-loading = 正在从 Riffkit 读取你的素材…
material-kept = 暂时无法重新读取，以下是上次读到的内容。
material-signed-out = 登录后查看你的素材
material-signed-out-how = 你上传的素材由 Riffkit 保管，和短片放在一起。
material-empty = 还没有素材
material-empty-how = 可以上传一段视频或一张图片，展示某种风格、场景或产品。没有素材也能 Riff。
material-sheet = 上传参考素材
material-sheet-means = 一次一个文件，不计费。
material-choose = 选择文件…
material-other = 换一个文件…
material-kinds = 视频不超过 100 MB，图片不超过 50 MB。
material-image = 图片
material-video = 视频
material-name = 名称
material-name-example = 沿用文件名
material-notes = 备注
material-notes-example = 展示了什么，用来做什么
material-none = 无
material-no = 暂不
material-send = 上传
material-begun = 已开始上传。
material-sending = { $sent } / { $total } MB
material-cancel-of = 停止上传 { $name }
material-dismiss = 不再显示
material-again = 重新上传
