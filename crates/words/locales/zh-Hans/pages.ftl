# 各页面：Riff、队列、作品库。

## Riff

riff-subtitle = 留住有效的套路，换成你自己的内容。
riff-drop = 把片段拖到这里
riff-drop-now = 松手即可添加
riff-limits = 不超过 100 MB、{ $seconds } 秒。支持 MP4、MOV、M4V、WebM、MKV。
riff-browse = 浏览…
riff-add-clip = 添加片段
riff-paste-link = 粘贴 TikTok 链接
riff-choose-template = 选择模板
riff-link-label = 一条 TikTok 视频的链接
riff-link-example = https://www.tiktok.com/@name/video/…
riff-link-use = 使用此链接
riff-link-cancel = 取消
riff-link-change = 更换
riff-link-of = TikTok 上的 { $user }
riff-link-fetched = 视频由服务自行获取，不会从这台电脑上传任何内容。
riff-template-used = 已被使用 { $count } 次
riff-template-analysed = 已经分析过，会立即开始生成。
riff-template-stale = 它的分析不是最新的。重新分析往往效果更好，而且不花费用。
riff-template-refresh = 重新分析
riff-template-analysing = 正在重新分析…
riff-template-analysing-percent = 正在重新分析，{ $percent }%
riff-template-fresh = 刚刚重新分析过。
riff-template-refresh-failed = 这次重新分析没有成功，原来的分析仍然可用。
riff-clips = 你的片段
riff-clip-choose = 使用 { $name }
riff-clip-use = 使用这个片段
riff-clip-chosen = 使用中
riff-clip-replace = 更换
riff-clip-remove = 移除
riff-clip-size = { $size }，上限 100 MB
riff-clip-length = { $length }，上限 { $cap }
riff-clip-silent = 无声音
riff-check-pass = 符合：
riff-check-warn = 注意：
riff-check-fail = 不可用：
riff-settings = 这次 Riff 的设置
riff-change = 更改
riff-character = 人物
riff-character-auto = 自动 · 由 AI 生成的人物
riff-characters-each = 共 { $count } 条视频，每人一条。
riff-product = 产品
riff-product-none = 无
riff-product-edit = 编辑
riff-product-staged = { $count ->
    [0] 新产品：确认后才会写入，不带图片。
   *[other] 新产品：确认后才会写入，带 { $count } 张图片。
}
riff-product-lost = { $count } 张图片（{ $names }）来自文件，未能保留，请重新选择。
riff-product-lost-choose = 重新选择
riff-visibility = 是否出镜
riff-on-camera = 出镜
riff-on-camera-advice = 由人物拿着、扫描或展示。适合食品、美妆、小件商品，或包装本身就是看点。
riff-off-camera = 不出镜
riff-off-camera-advice = 只出现在字幕、旁白和文案里。适合应用、网站、服务和无法随身携带的东西。
riff-language = 语言
riff-language-default = 服务的默认语言
riff-direction = 创意方向
riff-direction-example = 可不填。用你自己的话，写出你最想要的那一刻。
riff-text-count = { $length } / { $cap }
riff-text-over = 超出 { $over } 个字符
riff-aid = 帮我写
riff-aid-beat = 原片的节点
riff-aid-beat-example = 0:03 那个“等等，什么？”的反转
riff-aid-feature = 你要展示的
riff-aid-angle = 你的角度
riff-aid-feature-example = 摇一下就有奶泡
riff-aid-shift = 想让观众产生的转变
riff-aid-shift-example = “原来我不需要机器”
riff-aid-empty = 没内容：“要真实，突出产品优势。”
riff-hint = 看点提示
riff-hint-none = 暂无
riff-hint-not-used = 使用模板时不需要：它已经分析过了。
riff-hint-add = 添加
riff-hint-hide = 移除
riff-hint-example = 原片为什么会火，例如：“火在 0:03 的反转”。
riff-plan = 用 { $source } 制作一条短片，人物为{ $person }{ $product }{ $language }。
riff-plan-many = 用 { $source } 制作 { $count } 条短片，{ $person } 各一条{ $product }{ $language }。
riff-plan-in = ，语言为 { $language }
riff-plan-auto = { $person }
riff-plan-person = AI 生成的人物
riff-plan-more = 另外 { $count } 位
riff-plan-on-camera = ，产品 { $product } 出镜
riff-plan-off-camera = ，产品 { $product } 只出现在文字和旁白里
riff-plan-new-on-camera = ，新产品 { $product } 出镜
riff-plan-new-off-camera = ，新产品 { $product } 只出现在文字和旁白里
riff-plan-directed = 以你的创意方向为准。
riff-plan-empty = 确认之前不会发送任何内容。
riff-plan-none-chosen = 请选择一个片段、链接或模板。
riff-plan-direction-over = 请先缩短创意方向。
riff-plan-hint-over = 请先缩短看点提示。
riff-review = 核对
riff-review-keys = Ctrl ↵
riff-review-keys-mac = ⌘ ↵

## 确认

confirm-title = 准备就绪
confirm-source = 来源
confirm-character = 人物
confirm-character-auto = 自动（AI 生成的人物）
confirm-videos = 共 { $count } 条视频，每人一条
confirm-product = 产品
confirm-product-none = 无
confirm-product-on-camera = { $product }，出镜：由人物拿着展示
confirm-product-off-camera = { $product }，不出镜：只出现在文字和旁白里
confirm-product-new = { $count ->
    [0] 新产品：确认后才会写入，不带图片
   *[other] 新产品：确认后才会写入，带 { $count } 张图片
}
confirm-language = 语言
confirm-direction = 创意方向
confirm-hint = 看点提示
confirm-none = 无
confirm-places = { $count ->
    [1] 这将下一个订单。你只为实际生成的视频秒数付费。
   *[other] 这将下一个订单，共 { $count } 条视频。你只为实际生成的视频秒数付费。
}
confirm-back = 返回
confirm-submit = 提交
confirm-submitting = 正在提交…
confirm-signing-in = 正在等待你登录…
confirm-after-sign-in = 登录后会自动继续。
confirm-agree-host = { $host } 不是 TikTok 的常用网址。我知道这个链接，并要使用它。
confirm-near-size-cap = 这个片段接近 100 MB，服务可能会拒收。
confirm-unknown-container = 这种文件不在服务的支持列表中，可能会被拒收。
confirm-ordered-before = { $ago }你已经用这个来源下过单，这次会是另一单。
confirm-stale-template = 这个模板的分析不是最新的。先重新分析，效果往往更好。

## 队列

queue-empty = 还没有订单
queue-empty-how = 在 Riff 页提交后，这里会显示每个阶段，直到短片完成。
queue-to-riff = 开始 Riff
queue-in-progress = { $count } 个进行中。可以关闭窗口，工作会继续。
queue-needs-you = { $count } 个需要你处理。
queue-all-done = 没有进行中的订单。
queue-pace = 有订单进行时，每 { $seconds } 秒查看一次。
queue-looking = 会一直翻查 Riffkit 的列表，直到找到这个订单。
queue-asleep = 目前没有需要查看的订单。
queue-meta-character = 自动
queue-meta-product = 无产品
queue-meta-on-camera = { $product } 出镜
queue-meta-off-camera = { $product } 不出镜
queue-meta-started = { $ago }开始
queue-meta-heard = { $ago }有回应
queue-meta-ready = { $ago }完成
queue-meta-ended = { $ago }结束
queue-stages = { $title } 的各阶段
queue-stage-sent = 已发送
queue-stage-waits = 等待你登录
queue-stage-preparing = 先写入产品
queue-preparing = 先写入新产品，写完后订单才会发出。
queue-resume = 继续
queue-stage-sending = 发送中
queue-stage-sending-bytes = 发送中，{ $sent } / { $total } MB
queue-stage-perhaps-sent = 可能已发送
queue-stage-not-sent = 未发送
queue-stage-refused = 被拒绝
queue-stage-given-up = 已放弃
queue-stage-queued = 排队等待名额
queue-stage-analyse = 分析
queue-stage-analysing = 分析中
queue-stage-analysing-percent = 分析中，{ $percent }%
queue-stage-analysed = 已分析
queue-stage-generate = 生成
queue-stage-generate-waits = 等待生成
queue-stage-generating = 生成中
queue-stage-generating-percent = 生成中，{ $percent }%
queue-stage-generated = 已生成
queue-stage-stopped = 已停止
queue-stage-cancelled = 已取消
queue-stage-ready = 已完成
queue-stage-saving = 保存中
queue-stage-saving-percent = 保存中，{ $percent }%
queue-stage-saved = 已保存
queue-step = 服务给出的步骤名：{ $step }
queue-note-busy = 服务同时最多处理 10 个，已经满了。有一个结束后就轮到你。
queue-note-long = 用时比平常长。仍会继续查看，只是间隔更长。
queue-note-unreachable = 暂时连不上服务。{ $span }后再试。
queue-note-unreachable-now = 暂时连不上服务，正在重试。
queue-note-vanished = Riffkit 目前说不认识这个订单。接下来一小时会在它的任务列表里继续查找。
queue-note-sign-in = 你的登录已失效。Riff 仍在继续，登录后即可查看进度。
queue-note-other-account = 这是用 { $account } 下的单，而现在登录的是另一个账号。Riff 仍在继续，用 { $account } 登录后即可查看进度。
queue-note-waits = 已确认，但尚未发送：登录后会自动发出。
queue-sign-in = 登录
queue-said = 服务的说明：{ $detail }
queue-failed = 服务没能完成这条短片。
queue-dead = 服务中途重启，这条短片被中断了。
queue-look-again = 再看一次
queue-give-up = 放弃这个订单…
queue-give-up-sure = 确定放弃这个订单吗？如果 Riffkit 其实已经受理，它会在那边继续，并照常计费。
queue-give-up-yes = 确定放弃
queue-give-up-no = 先留着
queue-cancel = 取消发送
queue-top-up = 打开充值页面
queue-use-again = 再用这段文字
queue-show = 查看
queue-hide = 隐藏
queue-hide-of = 隐藏 { $title }
queue-show-of = 查看 { $title } 的短片

## 作品库

library-count = { $count ->
    [0] 没有短片
   *[other] { $count } 条短片
}
library-count-saved = { $count ->
   *[other] { $count } 条短片
}，其中 { $saved } 条已保存
library-search = 搜索文案和话题标签
library-since = 制作时间
library-since-all = 不限时间
library-since-week = 最近 7 天
library-since-month = 最近 30 天
library-since-quarter = 最近 90 天
library-sort = 排序
library-sort-newest = 最新在前
library-sort-oldest = 最早在前
library-refresh = 查找新短片
library-empty = 还没有短片
library-empty-how = 完成的 Riff、短视频、轮播图和广告会连同文案和话题标签出现在这里。
library-none-match = 没有符合的短片
library-none-match-how = 试试少写几个词，换个筛选条件，或放宽时间。
library-clear = 清除筛选
library-loading = 正在查找你的短片…
library-signed-out = 登录后查看你的短片
library-signed-out-how = 短片由 Riffkit 保管。已保存的仍在这台电脑上。
library-sign-in = 登录
library-local-only = 暂时无法重新读取列表，以下是这台电脑上已知的内容。
library-reels = 你的短片
library-open = 打开 { $title }
library-open-saved = 打开 { $title }，已保存
library-folder = 短片保存在 { $folder }。
library-saved-mark = 已保存

## 单条短片

reel-previous = 列表中的上一条
reel-next = 列表中的下一条
reel-from = 来自 { $source }
reel-made = { $ago }制作
reel-is-saved = 已保存
reel-caption = 文案
reel-no-caption = 服务没有给出文案。
reel-hashtags = 话题标签
reel-copy-caption = 复制文案
reel-copy-hashtags = 复制标签
reel-copy-both = 全部复制
reel-ordered = 下单内容
reel-source = 来源
reel-language = 语言
reel-direction = 创意方向
reel-hint = 看点提示
reel-elsewhere = 这条短片不是在这台电脑上下单的。
reel-save = 保存
reel-save-as = 另存为…
reel-save-copy = 保存副本…
reel-show-folder = 在文件夹中显示
reel-open-player = 用播放器打开
reel-not-saved = 尚未保存
reel-file-gone = { $name } 已不在 { $folder } 中。
reel-saving = 保存中，{ $received } MB
reel-saving-of = 保存中，{ $received } / { $total } MB
reel-save-waits = 正在排队
reel-save-cancel = 取消
reel-gone = 这条短片已不在这里

## 传输

transfers-open = 传输
transfers-close = 关闭
transfers-saving = 正在保存 { $count } 条
transfers-bytes = { $received } MB
transfers-bytes-of = { $received } / { $total } MB
transfers-speed = { $speed } MB/s
transfers-left = 约 { $span }
transfers-waiting = 正在排队
transfers-done = 已保存为 { $name }
transfers-cancelled = 已取消，没有留下任何文件。
transfers-cancel = 取消
transfers-cancel-of = 取消保存 { $title }
