# Hubfluencer 拒绝时，或这里先为它检查时说的话。

refusal-hub-absent = 这次运行只有 Riffkit，没有 Hubfluencer。HUBFLUENCER_BASE_URL 可以指明它在哪里。
refusal-token-needed = Hubfluencer 需要你的令牌。粘贴一次，就能接着进行。
refusal-token-unusable = 这不可能是令牌：它是空的，或者含有空格等令牌里不会有的符号。请重新完整复制一次。
refusal-token-refused = Hubfluencer 不认识这个令牌：它可能已被撤销、过期，或属于别处。请换一个。
refusal-scope-missing = 你的令牌没有权限做这件事：缺少“{ $scope }”。请到 Hubfluencer 网站建一个带这项权限的令牌，再交给这里。
refusal-scope-missing-plain = 你的令牌没有权限做这件事。请到 Hubfluencer 网站建一个权限更多的令牌，再交给这里。
refusal-not-enough-credits = 这一步要 { $needed } 积分，还剩 { $available }，差 { $short }。没有扣费。
refusal-not-enough-credits-plain = 积分不够做这一步。没有扣费。
refusal-assists-used-up = 今天的辅助次数用完了。{ $cost } 积分可以再买 { $batch } 次，也可以自己写。明天会重新计数。
refusal-assists-used-up-plain = 今天的辅助次数用完了。可以再买几次，也可以自己写。明天会重新计数。
refusal-already-running = 这已经在制作了，没有再发送，也没有再扣费。
refusal-autopilot-active = 时间线正由自动驾驶使用。等它完成再继续。
refusal-batch-active = 正在制作场景。等它们完成再继续。
refusal-not-finished-yet = 按现在的状态还不能这样做。再看一下，等它做完再试。
refusal-prompt-rejected = Hubfluencer 不做这个：文字违反了它的规定（{ $category }）。没有扣费。请修改文字。
refusal-prompt-rejected-plain = Hubfluencer 不做这个：文字违反了它的规定。没有扣费。请修改文字。
refusal-screening-down = Hubfluencer 现在没法审查文字，所以什么都不做。没有扣费。过一会儿再试。
refusal-upload-quota = 这段视频放不下了：{ $limit } MB 里已用 { $used } MB，还有 { $reserved } MB 正在上传，只剩 { $remaining } MB。请到 Hubfluencer 网站删掉不再需要的视频。
refusal-upload-quota-plain = 这段视频放不下了。请到 Hubfluencer 网站删掉不再需要的视频。
refusal-footage-not-ready = 这段视频还在处理，处理好才能放上去。
refusal-brief-too-short = 简介至少要 10 个字符。
refusal-scene-count-invalid = Hubfluencer 不接受这个场景数。请换一个。
refusal-project-limit = 没有积分的账号最多有 100 个项目。请购买积分，或到 Hubfluencer 网站删掉一些。
refusal-placement-unsupported = 这个项目的视频模型没法只在结尾放产品。请选“贯穿全片”。
refusal-carousel-locked = 这组轮播图正在制作或已经做好，{ $field } 不能再改。可以改文案、话题标签、某一页的文字或样式。
refusal-carousel-locked-plain = 这组轮播图正在制作或已经做好，不能再改。可以改文案、话题标签、某一页的文字或样式。
refusal-field-invalid = { $fault ->
    [too-short] { $field } { $least ->
       *[other] 至少要 { $least } 个字符。
    }
    [too-long] { $field } 最多 { $most } 个字符，{ $over ->
       *[other] 多了 { $over } 个。
    }
    [missing] 还缺 { $field }，要完整。
    [out-of-range] { $field } 可以是 { $least } 到 { $most }。
    [fixed] { $field } 定了就不能改。要改请另建一个。
   *[other] Hubfluencer 不接受这样的 { $field }：{ $detail }
 }
refusal-field-invalid-plain = Hubfluencer 不接受其中一项。请修改。
refusal-footage-too-large = { $file } 有 { $megabytes } MB，Hubfluencer 最多收 500 MB 的视频。请导出小一点的。
refusal-footage-too-large-plain = Hubfluencer 最多收 500 MB 的视频。请导出小一点的。
refusal-footage-too-long = { $file } 长 { $seconds } 秒，Hubfluencer 最多收 5 分钟的视频。请剪短。
refusal-footage-too-long-plain = Hubfluencer 最多收 5 分钟的视频。请剪短。
refusal-footage-kind-unknown = 不管文件名怎么写，{ $file } 里面不是 MP4、MOV、WebM 或 MKV。请换一个。
refusal-footage-kind-unknown-plain = 不管文件名怎么写，里面不是 MP4、MOV、WebM 或 MKV。请换一个。
refusal-hub-image-kind-unknown = 不管文件名怎么写，{ $file } 里面不是 JPG 或 PNG。请换一张。
refusal-hub-image-kind-unknown-plain = 不管文件名怎么写，里面不是 JPG 或 PNG。请换一张。
refusal-hub-image-too-large = { $file } 有 { $megabytes } MB，Hubfluencer 最多收 20 MB 的图片。请换一张小一点的。
refusal-hub-image-too-large-plain = Hubfluencer 最多收 20 MB 的图片。请换一张小一点的。
refusal-storage-refused = 存储没有收下文件的一段（{ $detail }）。已经收下的都留着，继续时只发剩下的。
refusal-storage-refused-plain = 存储没有收下文件的一段。已经收下的都留着，继续时只发剩下的。
refusal-footage-failed = Hubfluencer 用不了这段视频：“{ $detail }”请换一段。
refusal-footage-failed-plain = Hubfluencer 用不了这段视频。请换一段。
refusal-step-void = 你看过价格以后它又变了，所以什么都没有发出去。请再看一次。
refusal-step-under-way = 这一步已经在进行，没有再发送。

# 提到服务名称的句子，这里是 Hubfluencer。
refusal-hub-offline = 连不上 Hubfluencer，或者它的答复在路上丢了。请检查网络后再试。
refusal-hub-bad-answer = 收到的答复不是 Hubfluencer 发来的，可能是网络的登录页挡在中间。先随便打开一个网页看看，然后再试。
refusal-hub-service-failed = Hubfluencer 自己出了问题。等几分钟再试。
refusal-hub-rate-limited = Hubfluencer 要求稍等一下。请在 { $seconds } 秒后再试。
refusal-hub-rate-limited-plain = Hubfluencer 要求稍等一下。请过一分钟再试。
refusal-hub-service-refused = Hubfluencer 没有接受，也没有扣费。它的说法是：“{ $detail }”
refusal-hub-service-refused-plain = Hubfluencer 没有接受，也没有说明原因。没有扣费。
refusal-hub-forbidden = 你的 Hubfluencer 账号不能做这件事。Hubfluencer 的说法是：“{ $detail }”
refusal-hub-forbidden-plain = 你的 Hubfluencer 账号不能做这件事。
refusal-hub-not-found = Hubfluencer 已经没有它了，可能在那边被删掉了。
refusal-hub-too-large-for-service = Hubfluencer 觉得它太大了。请换一个小一点的。
refusal-hub-in-doubt = 已经发出去了，但没有收到答复：Hubfluencer 可能已经收下。再试之前，请先看看余额和项目。
refusal-hub-not-sent = 在发出去之前就停下了。Hubfluencer 什么都没有收。

next-give-token = 填写令牌
next-open-hubfluencer = 打开 Hubfluencer
next-unlock-assists = 增加辅助次数
next-look-now = 现在查看
refusal-hub-over-limit = { $period ->
    [day] 这样今天会用到 { $would_be } 积分，超出你设的每天 { $limit } 积分上限。
    [month] 这样本月会用到 { $would_be } 积分，超出你设的每月 { $limit } 积分上限。
   *[order] 这一步需要 { $would_be } 积分，超出你设的单次 { $limit } 积分上限。
}
refusal-hub-over-limit-plain = 这会超出你设的上限。
