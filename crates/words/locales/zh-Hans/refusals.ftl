# 每个代码一条：发生了什么，接下来怎么办。
# 余额和费用只用视频秒数来说，不提积分，也不提金额。
# 服务没有给出具体数值时，用带 -plain 的那一条。

refusal-not-signed-in = 你还没有登录 Riffkit。登录后会从这里接着进行。
refusal-other-account = 这是用 { $account } 下的单，而现在登录的是另一个 Riffkit 账号。用 { $account } 登录后会从这里接着进行。
refusal-other-account-plain = 这是用另一个 Riffkit 账号下的单，不是现在登录的这个。用那个账号登录后会从这里接着进行。
refusal-sign-in-denied = 浏览器里拒绝了这次登录。如果是点错了，请重新开始。
refusal-sign-in-expired = 没有人及时批准登录，验证码已经失效。重新开始会得到新的验证码。
refusal-sign-in-invalid = 这次登录已经不能用了。请重新开始，换一个新的验证码。
refusal-sign-in-blocked = 这台电脑和 Riffkit 之间有东西拦住了登录，比如代理或公司网络。换个网络试试，或者问问网络的管理员。
refusal-vault-choice-needed = 这台电脑没有钥匙串。请选择登录信息保存在哪里。
refusal-vault-failed = 保存登录信息的地方读不了或写不了。请解锁钥匙串，或者换一个地方保存。
refusal-offline = 连不上 Riffkit，什么都没有发出去。请检查网络后再试。
refusal-bad-answer = 收到的答复不是 Riffkit 发来的，可能是网络的登录页挡在中间。先随便打开一个网页看看，然后再试。
refusal-service-failed = Riffkit 自己暂时出了问题。请过几分钟再试。
refusal-rate-limited = Riffkit 请你稍等一下，{ $seconds } 秒后再试。
refusal-rate-limited-plain = Riffkit 请你稍等一下，一分钟后再试。
refusal-too-many-submits = 这台电脑一分钟内已经下了十单，这是 Riffkit 的上限。{ $seconds } 秒后可以再下一单。
refusal-too-many-submits-plain = 这台电脑一分钟内已经下了十单，这是 Riffkit 的上限。请一分钟后再试。
refusal-not-enough-seconds = 这条视频大约需要 { $needed } 秒，你还剩 { $available } 秒，差 { $short } 秒。充值后再下单。
refusal-not-enough-seconds-plain = 剩余的秒数不够做这条视频。充值后再下单。
refusal-not-enough-seconds-unknown = 剩余的秒数不够做这条视频。充值后再下单。
refusal-service-refused = Riffkit 没有接受这一单，什么都没有收下。它的说法是：“{ $detail }”
refusal-service-refused-plain = Riffkit 没有接受这一单，也没有说明原因；什么都没有收下。请检查来源和方案里的文字。
refusal-forbidden = 你的 Riffkit 账号不能做这件事。Riffkit 的说法是：“{ $detail }”
refusal-forbidden-plain = 你的 Riffkit 账号不能做这件事。请到 Riffkit 网站查看你的套餐。
refusal-not-found = Riffkit 那边已经没有它了，可能在那里被删除了。
refusal-too-large-for-service = Riffkit 认为这个片段太大。请导出得小一些，或者换一个。
refusal-no-source = 还没有可以改编的内容。请选择一个片段，或者粘贴 TikTok 链接。
refusal-clip-refused = 这个片段现在不能发送。请剪短，或者换一个。
refusal-clip-gone = 这个片段已经不在列表里了。请重新选择。
refusal-clip-changed = 选好之后，文件被改动、移动或删除了，所以没有发送。请重新选择。
refusal-link-not-tiktok = 这不是 TikTok 视频的链接。请从视频的“分享”菜单复制后粘贴到这里。
refusal-link-not-one-video = 这个链接指向主页或列表。请打开你要的那条视频，复制它的链接。
refusal-link-suspicious = 这个链接里有登录信息、端口或反斜杠，TikTok 的链接不会这样。请从视频的“分享”菜单重新复制。
refusal-link-host-unusual = 这个链接指向 { $host }，它不是 TikTok 的地址。信得过就确认这个地址，否则请用视频“分享”菜单里的链接。
refusal-link-host-unusual-plain = 这个链接指向的不是 TikTok 的地址。请用视频“分享”菜单里的链接。
refusal-text-too-long = { $field ->
    [hint] 爆点提示超出 5,000 字上限 { $over } 个字。请删短一些。
   *[direction] 创意方向超出 5,000 字上限 { $over } 个字。请删短一些。
}
refusal-text-too-long-plain = 有一段文字超出 5,000 字上限。请删短一些。
refusal-text-damaged = 你的文字里有一个字在传过来时丢失了，显示为 �。请重新输入它。
refusal-language-unknown = Riffkit 不做这种语言的视频。请从列表里另选一种。
refusal-review-void = 你看过之后方案又变了，所以没有发送。请再确认一次。
refusal-in-doubt = 订单已经发出，但没有收到答复：Riffkit 可能已经收下。它不会自动重发；队列里会显示结果。
refusal-not-sent = 订单没有发完就停下了。Riffkit 什么都没有收下。
refusal-cancelled = 你停止了这个操作。
refusal-unknown = 这里没有它的记录；它可能属于另一个服务器，或者已从列表移除。
refusal-folder-unwritable = 无法保存到 { $folder }：{ $detail }。请换一个文件夹。
refusal-folder-unwritable-plain = 无法保存到这个文件夹。请换一个。
refusal-disk-full = 这条视频需要 { $needed } MB，磁盘只剩 { $free } MB。请腾出空间，或者换一个文件夹。
refusal-disk-full-plain = 磁盘放不下这条视频。请腾出空间，或者换一个文件夹。
refusal-download-damaged = 视频没有完整下载，所以没有保留。请重新保存。
refusal-journal-failed = Reelwright 写不了自己的记录，没有记录就不会发送任何东西。请确认磁盘没有满，然后再试。（{ $detail }）
refusal-journal-failed-plain = Reelwright 写不了自己的记录，没有记录就不会发送任何东西。请确认磁盘没有满，然后再试。
refusal-auto-generate-no-balance = 片段已经分析完，但还没开始做视频，秒数就用完了。没有扣费；充值后再下单。
refusal-auto-generate-failed = 片段已经分析完，但没有开始做视频，也没有扣费。Riffkit 的说法是：“{ $detail }”
refusal-auto-generate-failed-plain = 片段已经分析完，但没有开始做视频，也没有扣费。
refusal-template-not-ready = 这个模板还没有完成分析，不能用来创作。请选择其他模板。
refusal-analysis-failed = 重新分析这个模板时失败了。Riffkit 的说明：“{ $detail }”模板保持原样。
refusal-analysis-failed-plain = 重新分析这个模板时失败了，模板保持原样。
refusal-batch-needs-template = 一次制作多个视频需要一个模板。请选择模板。
refusal-character-not-ready = { $name } 还不能出镜：没有一张形象通过 Riffkit 的审核。请选择其他人物，或在 Riffkit 的设置里完成它。
refusal-character-not-ready-plain = 这个人物还不能出镜：没有一张形象通过 Riffkit 的审核。请选择其他人物。
refusal-product-name-missing = 请填写产品名称。
refusal-product-description-missing = 请描述产品：Riffkit 对它的了解全部来自这里。
refusal-too-many-images = 一个产品最多 8 张图片。请去掉 { $over } 张。
refusal-too-many-images-plain = 一个产品最多 8 张图片。请去掉几张。
refusal-image-name-missing = 请给 { $file } 起个名字。没有名字的图片无法在创作方向里点名使用。
refusal-image-name-missing-plain = 请给每张图片起个名字。没有名字的图片无法在创作方向里点名使用。
refusal-image-name-taken = 有两张图片都叫“{ $name }”。请改掉其中一张的名字。
refusal-image-name-taken-plain = 有两张图片重名。请改掉其中一张的名字。
refusal-image-id-reserved = 图片 ID“{ $id }”由 Riffkit 保留。请换一个，或留空。
refusal-image-id-reserved-plain = 这个图片 ID 由 Riffkit 保留。请换一个，或留空。
refusal-image-kind-unknown = 不管名字怎么写，{ $file } 的内容不是 JPG、PNG 或 WebP。请选择其他图片。
refusal-image-kind-unknown-plain = 不管名字怎么写，内容不是 JPG、PNG 或 WebP。请选择其他图片。
refusal-image-too-large = { $file } 有 { $megabytes } MB；Riffkit 的图片上限是 50 MB。请选择或导出小一些的。
refusal-image-too-large-plain = Riffkit 的图片上限是 50 MB。请选择或导出小一些的。
refusal-image-url-not-public = Riffkit 只能从公开的网址获取图片（http 或 https，无需登录）。请检查网址。
refusal-file-gone = { $file } 不见了，或在选择之后被改动过。请重新选择。
refusal-file-gone-plain = 文件不见了，或在选择之后被改动过。请重新选择。
refusal-file-refused = { $file } 不能作为参考素材：Riffkit 接受 100 MB 以内的视频和 50 MB 以内的图片。请选择其他文件。
refusal-file-refused-plain = 参考素材可以是 100 MB 以内的视频或 50 MB 以内的图片。请选择其他文件。
refusal-product-unfinished = 新产品没有完整写入，所以订单还没有发出，也没有扣费。已写入的会保留；继续时会补上剩下的，再发出订单。
refusal-daily-limit = 你今天的额度已经用完。明天会重新开始，团队所有者也可以提高额度。
refusal-subscription-required = Riffkit 要求先订阅才能这样做。你可以在它的网站上订阅。
refusal-cannot-cancel = 它已经结束或正在最后一步，不能再取消了。
refusal-cannot-retry = Riffkit 不接受重试。它说：“{ $detail }”
refusal-cannot-retry-plain = 只有 24 小时内失败的才能重试。请重新下单。
refusal-retry-void = 你查看之后任务有了变化，所以什么都没有发送。请再看一次。
refusal-engine-failed = Riffkit 的视频引擎出错了：“{ $detail }”不会自动重试。
refusal-engine-failed-plain = Riffkit 的视频引擎出错了。不会自动重试。
refusal-date-unreadable = “{ $text }”不是可以识别的日期。请写成 2026-11-30 这样。
refusal-date-unreadable-plain = 这不是可以识别的日期。请写成 2026-11-30 这样。
refusal-internal = Reelwright 自己出了问题。“设置”里有一份报告，可以帮忙查找原因。（{ $detail }）
refusal-internal-plain = Reelwright 自己出了问题。“设置”里有一份报告，可以帮忙查找原因。

# 通往下一步的按钮。
next-sign-in = 登录
next-top-up = 充值
next-choose-another = 换一个
next-edit-plan = 修改方案
next-try-again = 再试一次
next-open-queue = 查看队列
next-choose-folder = 选择文件夹
next-choose-vault = 选择保存位置
next-review-again = 再确认一次
next-resume = 继续
next-open-service = 打开 Riffkit

# 看过片段之后的结论。
clip-missing = 这里没有文件。
clip-dead-link = 这个快捷方式指向的文件已经不在了。
clip-folder = 这是一个文件夹。请选择里面的一个视频。
clip-not-a-file = 这不是可以读取的文件。
clip-no-permission = 你没有读取这个文件的权限。
clip-unreadable = 文件读取失败：{ $detail }。
clip-unreadable-plain = 文件读取失败。
clip-empty = 文件是空的。
clip-image = 这是一张图片。这里需要视频。
clip-no-video = 这个文件只有声音，没有画面。这里需要视频。
clip-not-video = 这不是视频，或者无法识别它的类型。
clip-truncated = 视频不完整，结尾缺失。请重新复制或导出。
clip-broken = 视频内部已损坏（{ $detail }）。请重新导出。
clip-broken-plain = 视频内部已损坏。请重新导出。
clip-too-large = { $size_mb } MB，比 Riffkit 的 100 MB 上限多 { $over_mb } MB。请导出得小一些。
clip-too-large-plain = 超过了 Riffkit 的 100 MB 上限。请导出得小一些。
clip-near-size-cap = { $size_mb } MB，正好在 100 MB 上限附近，Riffkit 可能会拒绝。
clip-near-size-cap-plain = 正好在 100 MB 上限附近，Riffkit 可能会拒绝。
clip-too-long = { $seconds } 秒，比 Riffkit 的 { $cap } 秒上限多 { $over } 秒。请剪短。
clip-too-long-plain = 比 Riffkit 的上限长。请剪短。
clip-unknown-container = { $container } 不在 Riffkit 列出的文件类型里，它可能会拒绝这个片段。
clip-unknown-container-plain = 这种文件不在 Riffkit 列出的类型里，它可能会拒绝这个片段。
clip-no-length = 无法得知这个视频的时长。请导出为 MP4。
refusal-over-limit = { $period ->
    [day] 这样今天最多会用到 { $would_be } 秒，超出你设的每天 { $limit } 秒上限。
    [month] 这样本月最多会用到 { $would_be } 秒，超出你设的每月 { $limit } 秒上限。
   *[order] 这个订单最多会用到 { $would_be } 秒，超出你设的单个订单 { $limit } 秒上限。
}
refusal-over-limit-plain = 这会超出你设的上限。
refusal-trash-failed = 文件没能移到回收站，仍在原处。{ $detail }
refusal-trash-failed-plain = 文件没能移到回收站，仍在原处。
refusal-order-vanished = 一小时以来 Riffkit 那边都查不到这个订单，任务列表里也没有。如果它又出现了，再查看一次即可：不会重新下单。
refusal-not-a-candidate = 这个批次不在为该订单列出的候选里。请再看一遍列表。
refusal-journal-set-aside = 这台电脑上的日志已损坏，已保留为 { $file }，并新建了一份。进行中的订单不在新日志里，再次发送之前请先查看服务端的列表。
refusal-journal-set-aside-plain = 这台电脑上的日志已损坏，已予保留，并新建了一份。进行中的订单不在新日志里，再次发送之前请先查看服务端的列表。
refusal-journal-too-new = 这台电脑上的日志是由更新版本的 Reelwright 写的。里面的内容没有动过：更新 Reelwright 后即可继续。
