# 命令行 `reel`。帮助文字的键是拼出来的：cli-help-<命令>-<参数>。

cli-heading-usage = 用法
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-everywhere = 每个命令都有的选项

# 帮助文字里代表取值的词。
cli-value-options = 选项
cli-value-command = 命令
cli-value-language = 语言
cli-value-service = 服务
cli-value-file = 文件
cli-value-source = 来源
cli-value-code = 代码
cli-value-text = 文字
cli-value-host = 主机
cli-value-folder = 文件夹
cli-value-reel = 视频
cli-value-pace = 快慢
cli-value-name = 名称
cli-value-seconds = 秒数
cli-value-rate = 速度

cli-help-reel = 在命令行里把爆款短视频改编成你自己的
cli-help-reel-json = 在标准输出打印一份 JSON，失败时也一样
cli-help-reel-quiet = 途中只说必须知道的事
cli-help-reel-live = 不管设置如何，使用真实服务
cli-help-reel-limit-rate = 上传和下载各自每秒最多的字节数：500k、2m
cli-help-reel-words = 文字的语言：en、zh-Hans 或 es
cli-help-reel-version = 打印版本
cli-help-reel-help = 打印这份帮助
cli-help-exits =
    退出码：0 完成；1 被拒绝；2 命令行有误；3 没有确认，什么都没发送；
    4 没有登录；5 还没有答复，可以放心再查；6 结果不明，订单可能已被收下。
cli-help-login = 登录
cli-help-login-service = 服务：riffkit 或 hubfluencer
cli-help-login-no-browser = 只打印链接，不打开浏览器
cli-help-logout = 忘掉登录信息
cli-help-check = 在本机查看片段：它是什么，能不能发送
cli-help-check-file = 片段
cli-help-riff = 下单改编，等它完成并保存视频
cli-help-riff-source = 片段路径、TikTok 视频链接或模板 ID
cli-help-riff-language = 视频的语言，例如 en 或 es
cli-help-riff-direction = 创意方向，最多 5,000 字
cli-help-riff-hint = 原片好在哪里，最多 5,000 字
cli-help-riff-yes = 不再询问，直接同意下单
cli-help-riff-allow-host = 链接不在 TikTok 的地址上时，同意使用这个主机
cli-help-riff-save = 把视频保存到这个文件夹
cli-help-queue = 列出这台电脑上未完结的一切（订单、付费步骤、项目），并重新查看
cli-help-queue-wait = 一直看到全部结束为止
cli-help-queue-save = 把已完成的成片保存到这个文件夹，每个只保存一次
cli-help-queue-adopt = 指明一个未决订单就是 Riffkit 的这个批次（列出的候选之一）
cli-help-queue-not-taken = 指明一个未决订单没有被受理
cli-help-library = 列出做好的视频
cli-help-save = 保存一条做好的视频
cli-help-save-asset = 视频的编号，见 library 的列表
cli-help-save-to = 保存到这个文件夹，而不是设置里的那个
cli-help-save-file = 保存为这个文件
cli-help-sandbox = 运行沙盒：在本机模拟服务，不需要账号和网络
cli-help-sandbox-data = 沙盒保存一切内容的文件夹
cli-help-sandbox-pace = 一条视频要多久：instant、fast、normal、slow，或一个秒数
cli-help-sandbox-print-urls = 用一行 JSON 打印监听地址
cli-help-sandbox-fault = 在这一处故意出错，例如 riff-402；可以写多次
cli-help-sandbox-balance = 新账号有多少秒视频

# 命令行写得不对。
cli-wrong = 看不懂这条命令。`reel --help` 会列出可以怎么写。
cli-wrong-no-command = 缺少命令。`reel --help` 会列出所有命令。
cli-wrong-command = 没有“{ $argument }”这个命令。`reel --help` 会列出所有命令。
cli-wrong-argument = 这里看不懂“{ $argument }”。加上 --help 可以查看写法。
cli-wrong-missing = 还缺少：{ $argument }。加上 --help 可以查看写法。
cli-wrong-no-value = { $argument } 需要一个值。加上 --help 可以查看有哪些。
cli-wrong-value = “{ $value }”不能用作 { $argument } 的值。加上 --help 可以查看有哪些。
cli-wrong-conflict = { $argument } 不能和这里的另一个选项一起用。加上 --help 可以查看写法。
cli-server-wrong = 这个服务器地址不能用。{ $detail }

cli-sandbox-used = 正在使用本机的沙盒：不花钱，也没有内容离开这台电脑。加上 --live 使用真实服务。
cli-sandbox-failed = 沙盒启动失败：{ $detail }
cli-sandbox-listens = 沙盒正在监听 { $url }，内容保存在 { $data }。按 Ctrl+C 停止。
cli-sandbox-stopped = 沙盒已停止。内容会留到下次使用。

cli-login-offer = 你还没有登录 Riffkit。现在登录吗？[y/N]
cli-login-open = 打开这个链接并点击 Approve（批准）：
cli-login-code = 请先核对页面上显示的验证码：{ $code }
cli-login-done = 已登录。
cli-login-done-as = 已登录为 { $email }。
cli-login-memory = 没有指定保存登录信息的地方，这条命令结束后登录就失效。
cli-login-stopped = 登录已停止，目前没有人登录。
cli-logout-done = 已退出登录。保存在磁盘上的内容不受影响。

cli-vault-ask =
    这台电脑没有钥匙串。登录信息保存在哪里？
      1  保存在只有你能读的文件里
      2  不保存：这条命令结束后失效
    请输入 1 或 2：
cli-vault-script = 这台电脑没有钥匙串，现在也没有人可以询问。请把 { $variable } 设为 file 或 memory，说明登录信息保存在哪里。

# 下面任何一个词都算同意。
cli-yes-words = y yes 是 好 确认 同意

cli-plan = 准备下单：
cli-plan-source = 来源
cli-plan-character = 人物
cli-plan-product = 产品
cli-plan-language = 语言
cli-plan-direction = 创意方向
cli-plan-hint = 爆点提示
cli-plan-auto = 自动，由 AI 生成人物
cli-plan-none = 无
cli-plan-ordered-before = 这个来源你刚刚下过单。
cli-riff-ask = 发送这一单吗？会用掉视频秒数。[y/N]
cli-riff-ask-host = 这个链接指向 { $host }，它不是 TikTok 的地址。仍然使用吗？[y/N]
cli-not-confirmed = 你没有确认，所以什么都没有发送。
cli-not-confirmed-script = 下单会用掉视频秒数，而现在没有人可以确认，所以什么都没有发送。加上 --yes 表示事先同意。

cli-progress-sending = 正在发送
cli-progress-sending-of = 正在发送，{ $sent } / { $total }
cli-progress-queued = 正在排队
cli-progress-analysing = 正在分析原片
cli-progress-analysing-percent = 正在分析原片，{ $percent }%
cli-progress-analysed = 分析完成，接下来生成视频
cli-progress-generating = 正在生成视频
cli-progress-generating-percent = 正在生成视频，{ $percent }%
cli-progress-saving = 正在保存
cli-progress-saving-of = 正在保存，{ $received } / { $total }
cli-progress-awaiting-network = 正在等待网络
cli-progress-awaiting-server = 正在等待服务器恢复正常
cli-note-busy = 服务同时进行的 10 个任务已满。有一个结束后就轮到你的。
cli-note-long = 这一单比平常久，之后会少查询几次。
cli-note-vanished = Riffkit 目前不认识这个订单，正在任务列表里查找。
cli-note-unreachable = 暂时连不上服务，会自动重试。

cli-order-failed = 服务结束了这一单，没有做出视频。
cli-order-failed-because = 服务结束了这一单，没有做出视频。它的说法是：“{ $cause }”
cli-order-cancelled = 这一单已取消。之前已经渲染的秒数会计费。

cli-stopped = 已停止，什么都没有发送。
cli-stopped-nothing-taken = 及时停下了：服务什么都没有收下。
cli-stopped-watching = 已停止等待。服务会继续处理这一单；用 `reel queue` 可以接着查看。
cli-stopped-saving = 已停止保存，磁盘上没有留下任何东西。

cli-check-ok = 可以发送。
cli-check-warn = 可以发送，但服务可能会拒绝。
cli-check-refused = 不能发送。

cli-library-empty = 还没有做好的视频。
cli-queue-empty = 还没有订单。
cli-queue-looks = 这个订单一直没有收到答复，正在 Riffkit 的列表里查找。
cli-queue-looking = 订单已经发出，但没有收到答复。正在 Riffkit 的列表里查找，它可能稍后才会出现。
cli-queue-looking-next = 订单已经发出，但没有收到答复。正在 Riffkit 的列表里查找，它可能稍后才会出现：请{ $span }后再查。
cli-queue-unreadable = 订单已经发出，但没有收到答复，而且现在读不到 Riffkit 的列表。请登录，或稍后再查。
cli-queue-other-account = 订单已经发出，但没有收到答复。它是用 { $account } 下的单，只有那个账号的列表能说明它是否已被受理：请用 { $account } 登录后再查。
cli-queue-account-unknown = 订单已经发出，但没有收到答复，也不知道是用哪个账号下的：当时 Riffkit 还没说明登录的是谁。{ $account } 的列表里没有它。如果是用别的账号下的单，请用那个账号登录后再查；如果就是这个账号，请运行：reel queue --not-taken { $order }
cli-queue-account-unknown-plain = 订单已经发出，但没有收到答复，也不知道是用哪个账号下的：当时 Riffkit 还没说明登录的是谁。现在登录的账号的列表里没有它。如果是用别的账号下的单，请用那个账号登录后再查；如果就是这个账号，请运行：reel queue --not-taken { $order }
cli-queue-not-taken = 订单已经发出，{ $span }后 Riffkit 那边仍然没有它：种种迹象表明它没有被受理。如果你也这么认为，请运行：reel queue --not-taken { $order }
cli-queue-several = 订单已经发出，但没有收到答复，它可能是下面几个中的一个。请指明是哪个：reel queue --adopt { $order } 批次
cli-queue-step-in-doubt = 这一步可能已经付费，无法安全地再次询问。请到 Hubfluencer 查看；如果没有被受理，请运行：reel purchases --not-taken { $purchase }
cli-queue-project-works = Hubfluencer 正在制作

cli-stage-queued = 排队中
cli-stage-analysing = 分析中
cli-stage-analysed = 已分析
cli-stage-generating = 生成中
cli-state-awaiting-sign-in = 等你登录
cli-state-sending = 发送中
cli-state-in-doubt = 结果不明
cli-state-ready = 已完成
cli-state-failed = 失败
cli-state-cancelled = 已取消
cli-state-refused = 被拒绝
cli-state-not-sent = 未发送
cli-state-given-up = 已放弃

# 命令行里的其余功能。
cli-help-batch = 用一个模板批量下单，每个人物一个视频，并保存成片
cli-help-batch-template = 模板 ID，见 `reel templates`
cli-help-riff-character = 人物 ID；可多次给出，每个人物一个视频
cli-help-riff-product = 产品 ID 或名称
cli-help-riff-visibility = on_camera：产品出镜；off_camera：只在文字和旁白里提到
cli-help-batch-character = 人物 ID；可多次给出，每个人物一个视频
cli-help-batch-product = 产品 ID 或名称
cli-help-batch-visibility = on_camera：产品出镜；off_camera：只在文字和旁白里提到
cli-help-batch-language = 视频语言，如 en 或 es
cli-help-batch-direction = 创作方向，最多 5,000 个字符
cli-help-batch-yes = 不再询问，直接同意下单
cli-help-batch-save = 把成片保存到这个文件夹
cli-help-library-service = 只列出这个服务的作品：riffkit 或 hubfluencer
cli-help-library-character = 只列出有这个人物的成片；可多次给出
cli-help-library-product = 只列出有这个产品的成片；可多次给出
cli-help-library-template = 只列出来自这个模板的成片；可多次给出
cli-help-library-window = 只列出最近的成片：today、7d、30d 或 90d
cli-help-library-sort = 排序：newest、oldest、character 或 product
cli-help-library-search = 标题、文案或话题里的词
cli-help-library-limit = 最多列出多少
cli-help-templates = 列出可用来创作的模板，公开模板在前
cli-help-templates-search = 名称里的词
cli-help-templates-tag = 标签；可多次给出
cli-help-templates-sort = 排序：used、newest 或 oldest
cli-help-templates-status = 分析状态：analyzed、collected 或 archived
cli-help-templates-limit = 最多列出多少
cli-help-templates-offset = 跳过多少
cli-help-template = 查看模板：讲了什么、说了什么、出现了什么、在什么时间
cli-help-template-template = 模板 ID
cli-help-template-refresh = 先重新分析，并等待完成
cli-help-characters = 列出人物，以及谁可以出镜
cli-help-characters-wanted = 用自己的话描述想要的人物：合适的排在前面
cli-help-products = 列出产品及其图片
cli-help-product = 写入产品，或给产品添加图片
cli-help-product-create = 写入新产品，然后逐张发送图片
cli-help-product-create-name = 产品名称
cli-help-product-create-description = 产品描述：服务对它的了解全部来自这里
cli-help-product-create-audience = 面向什么人
cli-help-product-create-image = 图片路径或公开网址及其名字，写成 PATH=NAME；最多 8 张
cli-help-product-add-image = 给产品添加图片
cli-help-product-add-image-product = 产品 ID 或名称
cli-help-product-add-image-image = 图片路径，或公开网址
cli-help-product-add-image-name = 图片名字，创作方向用它来点名
cli-help-product-add-image-description = 图片内容；不写则由服务生成
cli-help-product-add-image-usage-context = 什么时候用它
cli-help-product-add-image-image-id = 自定义 ID
cli-help-product-add-image-mutable = 允许服务改动图片
cli-help-tasks = 列出服务的任务，最新在前
cli-help-tasks-status = 只列出这种状态，如 failed,dead；可多次给出
cli-help-tasks-kind = 只列出 pipeline 或 analyze
cli-help-tasks-from = 从这一天起，如 2026-11-30
cli-help-tasks-to = 到这一天结束
cli-help-tasks-by = 只列出这位成员的：用户 ID 或邮箱
cli-help-tasks-limit = 最多列出多少，上限 500
cli-help-tasks-offset = 跳过多少
cli-help-tasks-count = 只统计数量，按类型和状态
cli-help-task = 查看任务
cli-help-task-task = 任务 ID
cli-help-task-content = 查看从来源提取了什么、改写成了什么
cli-help-cancel = 取消排队中或进行中的任务
cli-help-cancel-task = 任务 ID
cli-help-retry = 重试失败的任务，按全价计费
cli-help-retry-task = 任务 ID
cli-help-retry-yes = 不再询问，直接同意费用
cli-help-references = 列出你上传的参考素材
cli-help-references-page = 页码，从 1 开始
cli-help-upload = 上传视频或图片作为参考素材
cli-help-upload-file = 视频（100 MB 以内）或图片（50 MB 以内）
cli-help-upload-name = 名字；不写则用文件名
cli-help-upload-notes = 备注
cli-help-upload-product = 所属产品的 ID 或名称
cli-help-upload-character = 所属人物的 ID
cli-help-usage = 查看剩余和已用的秒数
cli-help-usage-period = 时间段：today、7d、30d 或 90d
cli-help-plans = 列出可选的套餐
cli-help-team = 列出团队成员及各自提交的数量
cli-help-activity = 列出服务做出的、协议里没有的事
cli-help-diagnostics = 打印一份关于本程序的报告，不含任何秘密
cli-help-sandbox-openapi = 以 OpenAPI 文档打印它的接口，不运行
cli-help-sandbox-service = 与 --openapi 一起用：打印哪个服务的文档，riffkit 或 hubfluencer
cli-help-sandbox-templates = 额外增加这么多模板
cli-help-sandbox-reels = 已有这么多成片
cli-help-sandbox-past-days = 有这么多天的使用记录
cli-help-sandbox-team = 账号在团队里，每天可用这么多秒；0 表示不限
cli-value-template = 模板
cli-value-character = 人物
cli-value-product = 产品
cli-value-visibility = 出镜方式
cli-value-tag = 标签
cli-value-order = 排序
cli-value-batch = 批次
cli-value-status = 状态
cli-value-count = 数量
cli-value-image = 图片
cli-value-task = 任务
cli-value-type = 类型
cli-value-date = 日期
cli-value-user = 用户
cli-value-window = 时间段
cli-value-period = 时间段
cli-product-unknown = 没有 ID 或名称为“{ $product }”的产品。`reel products` 会列出它们。
cli-source-unknown = “{ $source }”不是文件、链接，也不是模板 ID。`reel templates` 会列出模板。
cli-member-unknown = 团队里没有邮箱为“{ $email }”的人。`reel team` 会列出成员。
cli-templates-empty = 没有符合的模板。
cli-template-refreshing = 正在重新分析。这不收费。
cli-template-public = 公开
cli-template-stale = 分析已过时
cli-template-no-extraction = 服务还没有它的说明。
cli-speech-on-camera = ［出镜］
cli-speech-voiceover = ［旁白］
cli-characters-empty = 还没有人物。人物在服务自己的设置里创建。
cli-characters-none-fit = 没有符合这些描述的人物，按原有顺序列出。
cli-character-ready = 可以出镜
cli-character-in-review = 审核中
cli-character-failed = 审核未通过
cli-character-no-avatar = 还没有形象
cli-products-empty = 还没有产品。用 `reel product create` 写入一个。
cli-image-sent = 已发送：{ $name }
cli-image-pending = 说明正在生成
cli-stopped-product = 已停止。已写入的会保留，其余没有发送。
cli-stopped-upload = 已停止。没有上传任何内容。
cli-tasks-empty = 没有符合的任务。
cli-retry-at-most = 最多可能花费 { $seconds }。
cli-retry-left = 你还剩 { $seconds }。
cli-retry-ask = 要重试吗？会花费视频秒数。[y/N]
cli-cause-template = 模板的分析已过时。请先更新：reel template { $id } --refresh
cli-cause-product = 失败原因提到了产品图片（{ $id }）。请先检查。
cli-cause-character = 人物 { $id } 已经不能出镜。
cli-cause-failed-before = 它之前已经失败过两次，很可能再次失败。
cli-recap-extracted = 来源里发生了什么
cli-recap-story = 故事
cli-recap-dialogue = 台词
cli-recap-caption = 文案
cli-recap-hashtags = 话题
cli-usage-left = 剩余
cli-usage-held = 制作中占用
cli-usage-period = 本时间段已用
cli-usage-today = 今天已用
cli-usage-allowance = 每日额度
cli-usage-plan = 套餐
cli-usage-missing = 有一部分暂时读不到。
cli-plans-empty = 服务没有列出套餐。
cli-plan-yours = 你的套餐
cli-plan-not-for-sale = 暂时不能购买
cli-team-alone = 你的空间里只有你自己。
cli-member-limit = 每天最多 { $seconds }
cli-references-empty = 还没有参考素材。
cli-activity-empty = 没有发现异常。
cli-contract-moved = 服务的协议已更新到 { $published }；本程序按 { $built } 编写。
cli-anomaly-status = { $endpoint } 返回了 { $status }，协议里没有。
cli-anomaly-field = { $endpoint } 返回了不该出现的字段 { $field }。
cli-anomaly-failed-again = 任务 { $task } 重试两次后再次失败。
cli-anomaly-balance = 余额在一分钟内从 { $from } 降到 { $to }，而我们没有下单。
cli-plan-product-on-camera = { $name }，出镜
cli-plan-product-off-camera = { $name }，只在文字里提到
cli-plan-stale = 模板的分析已过时。重新分析不收费：reel template { $id } --refresh
cli-plan-empty-wording = 创作方向里有些话说明不了什么。写出具体的时刻、卖点和观众心理的变化会更有效。
cli-progress-preparing = 正在写入产品
cli-state-preparing = 先写入产品
cli-template-used = 用过 { $count } 次
cli-plan-characters = { $count ->
    [1] { $names }
   *[other] { $names }：共 { $count } 个视频，每人一个
}
cli-plan-videos = 约 { $count } 个视频
cli-member-submitted = { $count } 个

# 帮助下面的例子。
cli-examples-riff =
    例子:
      reel riff clip.mp4 --direction "反转的瞬间，拍我们的杯子" --save reels
      reel riff https://www.tiktok.com/@name/video/1234567890 --language es
      reel riff 模板 --character 人物 --product 杯子 --visibility on_camera
cli-examples-batch =
    例子:
      reel batch 模板 --character 人物 --character 另一个人物 --save reels
cli-examples-product-create =
    例子:
      reel product create --name 杯子 --description "茶能保温六小时" --image mug.jpg="正面" --image lid.jpg="杯盖"
cli-examples-product-add-image =
    例子:
      reel product add-image 杯子 side.webp --name "侧面"
cli-examples-tasks =
    例子:
      reel tasks --status failed,dead --limit 10
      reel tasks --from 2026-11-01 --to 2026-11-30 --by name@example.com
      reel tasks --count
cli-examples-templates =
    例子:
      reel templates --search 咖啡 --tag 幽默 --sort newest
cli-examples-sandbox =
    例子:
      reel sandbox --pace fast --balance 300 --past-days 30 --print-urls
cli-wrong-utf8 = 这行命令里有一部分不是 UTF-8 文本，送到时会损坏。没有发送任何内容。
cli-product-ambiguous = 叫“{ $product }”的产品不止一个。请用 ID 指明；`reel products` 会列出它们。
cli-product-audience = 面向
cli-product-kept = 产品已写入，ID 是 { $id }。再写一次会多出一个产品。还缺：
cli-product-go-on = 接着用：reel product add-image { $id } 文件 --name 名称
cli-image-unnamed = 没有名称
cli-stopped-no-product = 已停止。没有写入任何产品。
cli-left-product = 没有等服务答复就离开了。`reel products` 会显示服务那边有什么。
cli-left-upload = 没有等服务答复就离开了。`reel references` 会显示服务那边有什么。
cli-template-unknown = “{ $source }”不是任何模板的 ID。`reel templates` 会列出模板。
cli-library-none-fit = 没有符合的成片。
cli-references-page-empty = 这一页什么也没有。
cli-cancelled = 已取消。已经渲染的部分会计费，正在进行的步骤会做完。
cli-retry-not-confirmed-script = 重试会花费视频秒数，而这里没有人可以确认，所以没有向服务提出任何请求。加上 --yes 可事先同意。
cli-retry-waits = 请求可能已经发出，正在等待答复。再按一次 Ctrl+C 则不再等待，结果存疑。
cli-task-cause = 原因
cli-task-step = 步骤
cli-task-template = 模板
cli-task-visibility = 出镜方式
cli-task-reel = 成片
cli-tasks-total = 全部
cli-plan-hint-left-out = 模板已经分析过，所以不发送钩子提示。
cli-plan-on-screen = 这些图片会出现在画面里：{ $names }
cli-shown-of = 显示了 { $total } 个中的 { $shown } 个。
cli-stopped-refreshing = 已停止等待。服务会继续分析。
cli-stopping = 正在停止。再按一次 Ctrl+C 立即离开。
