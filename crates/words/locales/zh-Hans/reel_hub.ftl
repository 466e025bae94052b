# 命令行里 Hubfluencer 的部分。它用自己的整数积分计费。
# 帮助文字的键是拼出来的：cli-help-<命令>-<参数>；在这些命令里意思都一样的，用 cli-help-hub-<参数>。

cli-value-value = 值
cli-value-slug = 项目名
cli-value-color = 颜色
cli-value-id = 编号
cli-value-scene = 场景
cli-value-upload = 片段
cli-value-scope = 权限

cli-help-login-token-stdin = 从标准输入读取 Hubfluencer 的令牌；不加的话，终端会询问，输入时不显示
cli-help-logout-service = 服务：不写就是 riffkit，也可以是 hubfluencer

cli-help-hub-slug = 项目的名字，见列表和 create 打印的内容
cli-help-hub-yes = 同意费用，不再询问
cli-help-hub-save = 把成品保存到这个文件夹
cli-help-hub-to = 保存到这个文件夹，而不是设置里的那个
cli-help-hub-draft = 只新建，不付费
cli-help-hub-prompt = 讲的是什么
cli-help-hub-headline = 画面上的标题
cli-help-hub-subheadline = 画面上的第二行，最多 200 个字符
cli-help-hub-format = 结构：problem_solution、mistake_fix、myth_vs_reality、before_after、proof_demo 或 product_reveal
cli-help-hub-look = 风格：kinetic_creator、premium_editorial、cinematic_product、ugc_realism、startup_explainer 或 luxury_minimal
cli-help-hub-theme = 题材；在短视频里，只有没选风格时才算数
cli-help-hub-music-vibe = 音乐的气氛：Upbeat、Cinematic、Minimal、Luxury、Playful、Jazz，或者你自己的词
cli-help-hub-instrument = 乐器，例如 piano；可以写多次，也可以用逗号隔开
cli-help-hub-text-position = 文字的位置：top、bottom，中间在短视频里是 center，在图文轮播里是 middle
cli-help-hub-text-animation = 文字怎样出现：reveal、typewriter、fade_in、pop 或 bounce
cli-help-hub-font = 字体，例如 SpaceGrotesk、Montserrat、Anton、BebasNeue 或 PermanentMarker
cli-help-hub-write-text = 让画面上的文字自动写好：用掉今天的一次辅助
cli-help-hub-product-image = 产品图片，会融进画面：JPG 或 PNG，最大 20 MB
cli-help-hub-product-description = 能看到什么产品，最多 500 个字符
cli-help-hub-poster = 片尾图片：放在短视频最后，总长变为 14 秒
cli-help-hub-logo = 标志：JPG 或 PNG，最大 20 MB
cli-help-hub-language = 语言，例如 en 或 es
cli-help-hub-mode = creative 或 ad_driven
cli-help-hub-template = boldStatement、editorialStory 或 scrapbook；广告用 featureGrid、offerCard 或 comparison
cli-help-hub-slides = 几张图，3 到 10
cli-help-hub-ratio = 画面比例，例如 4:5、1:1 或 9:16
cli-help-hub-accent = 强调色，例如 #09EFBE
cli-help-hub-caption = 一起发布的文案，最多 3,000 个字符
cli-help-hub-hashtag = 话题标签；可以写多次，也可以用逗号隔开
cli-help-hub-scene = 场景的编号，见 reel editor show

cli-help-short = 制作短视频：一份简介变成一条 12 秒的视频
cli-help-short-list = 列出这台电脑知道的短视频
cli-help-short-show = 查看一条短视频的最新情况
cli-help-short-edit = 修改短视频的风格、文字或图片；给空文字就是取消
cli-help-short-generate = 制作草稿或失败过的短视频（15 积分）
cli-help-short-save = 保存短视频；还在制作的会先等它做好
cli-help-short-remove = 从这台电脑的列表里去掉一条短视频

cli-help-carousel = 制作图文轮播：一份简介变成几张图，配好文案和话题标签
cli-help-carousel-list = 列出你的图文轮播
cli-help-carousel-show = 查看一组轮播和每张图的最新情况
cli-help-carousel-edit = 修改轮播：制作之前都能改，之后只能改文案和话题标签
cli-help-carousel-generate = 制作轮播（每张图 1 积分）
cli-help-carousel-slide = 修改做好的一张图上的文字，免费
cli-help-carousel-slide-position = 第几张
cli-help-carousel-slide-headline = 标题，最多 120 个字符
cli-help-carousel-slide-body = 正文，最多 600 个字符
cli-help-carousel-slide-kicker = 标题上方的小字，最多 40 个字符
cli-help-carousel-restyle = 给做好的轮播换个样子，免费
cli-help-carousel-restyle-logo-key = Hubfluencer 已经有的标志，用它的 logo_s3_key
cli-help-carousel-delete = 在 Hubfluencer 上删除轮播；已保存的不受影响
cli-help-carousel-save = 保存轮播的所有图片；还在制作的会先等它做好

cli-help-editor = 制作多场景广告，一步一步来，或者交给自动驾驶
cli-help-editor-create = 新建广告，免费
cli-help-editor-create-voice = 声音的编号
cli-help-editor-create-intent = 这条广告用来做什么
cli-help-editor-list = 列出这台电脑知道的广告
cli-help-editor-show = 查看一条广告的场景和片段，都是最新情况
cli-help-editor-edit = 修改广告的旁白、长度或风格
cli-help-editor-edit-narration = 配音要说的话，最多 12,000 个字符；写 - 就从标准输入读取
cli-help-editor-edit-seconds = 目标长度，以秒计
cli-help-editor-autopilot = 让自动驾驶做完整条广告
cli-help-editor-scenario = 让剧本自动写好（一次辅助），或者用 --from 给出你自己的
cli-help-editor-scenario-from = 写有你自己剧本的文件；写 - 就从标准输入读取
cli-help-editor-scenario-scenes = 写给几个场景，3 到 10
cli-help-editor-apply-scenario = 按剧本生成场景，免费
cli-help-editor-apply-scenario-scenes = 几个：0、3、5、7 或 10
cli-help-editor-scene = 添加、修改、排列或制作场景
cli-help-editor-scene-add = 在最后添加一个场景，免费
cli-help-editor-scene-add-prompt = 画面上有什么，最多 2,000 个字符
cli-help-editor-scene-edit = 修改一个场景的画面内容，免费
cli-help-editor-scene-edit-prompt = 画面上有什么，最多 2,000 个字符
cli-help-editor-scene-delete = 删除一个场景
cli-help-editor-scene-order = 按这个顺序排列场景
cli-help-editor-scene-order-order = 所有场景的编号，按新的顺序
cli-help-editor-scene-generate = 制作一个场景（5 积分）
cli-help-editor-scene-regenerate = 重新制作一个场景（4 积分）
cli-help-editor-scene-enhance = 让场景的描述写得更好（一次辅助）
cli-help-editor-scene-use = 在场景里放你自己的片段，或另一个场景的视频
cli-help-editor-scene-use-upload = 已上传片段的编号
cli-help-editor-scene-use-from = 要借用成片的那个场景的编号
cli-help-editor-generate-scenes = 制作所有还没做的场景（每个 4 积分，至少 3 个）
cli-help-editor-suggest-scene = 让它建议下一个场景（一次辅助）
cli-help-editor-narration = 让旁白自动写好（一次辅助）
cli-help-editor-voice = 把旁白配成音（3 积分）
cli-help-editor-voice-voice = 声音的编号
cli-help-editor-music = 制作音乐（5 积分），或让它建议怎么写（一次辅助）
cli-help-editor-music-prompt = 音乐要什么样；前 1,200 个字符算数
cli-help-editor-music-suggest = 只建议音乐可以是什么样
cli-help-editor-upload = 上传你自己的片段，等到可以放进广告；Ctrl+C 暂停，同样的命令接着传
cli-help-editor-upload-file = 片段：MP4、MOV、WebM 或 MKV，最大 500 MB、最长 5 分钟
cli-help-editor-upload-multipart = 不论大小，都分成可以续传的几部分
cli-help-editor-upload-single = 不论大小，都一次传完
cli-help-editor-upload-fit = 怎样填满画面：blur 全部显示，cover 裁切
cli-help-editor-upload-checksum = 附上 SHA-256，只在一次传完时有用
cli-help-editor-uploads = 列出广告的片段
cli-help-editor-uploads-cancel = 放弃这一个：存储里什么都不留
cli-help-editor-place = 把上传的片段放到时间线上
cli-help-editor-place-upload = 已上传片段的编号
cli-help-editor-place-scene = 放进这个场景，而不是新建一个
cli-help-editor-image = 设置广告的图片
cli-help-editor-image-role = 哪一种：product、closing 或 logo
cli-help-editor-image-file = 图片：JPG 或 PNG，最大 20 MB
cli-help-editor-image-description = 产品图片上是什么，最多 500 个字符
cli-help-editor-placement = 产品在还没做的场景里何时出现
cli-help-editor-placement-placement = throughout（始终）或 end（结尾）
cli-help-editor-logo = 标志怎样出现
cli-help-editor-logo-treatment = 怎样绘制
cli-help-editor-logo-position = 在什么位置
cli-help-editor-logo-seconds = 显示多久，以秒计
cli-help-editor-render = 渲染广告；还没做的场景会先做好（每个 5 积分）
cli-help-editor-save = 保存广告；还在制作的会先等它做好
cli-help-editor-remove = 从这台电脑的列表里去掉一条广告

cli-help-credits = 查看 Hubfluencer 上剩余的积分
cli-help-assists = 查看今天在 Hubfluencer 的辅助次数，或再买一些
cli-help-assists-unlock = 再买一批
cli-help-tokens = 列出、新建或吊销 Hubfluencer 的访问令牌
cli-help-tokens-list = 列出你的令牌
cli-help-tokens-create = 新建令牌；密文只打印这一次
cli-help-tokens-create-name = 方便辨认的名字
cli-help-tokens-create-scope = 允许做什么，例如 video:read；可以写多次
cli-help-tokens-revoke = 吊销令牌；正在用它的会退出登录
cli-help-tokens-revoke-id = 令牌的编号
cli-help-sandbox-hub-credits = 新账号的 Hubfluencer 积分
cli-help-purchases = 列出最近几天在 Hubfluencer 付费的步骤
cli-help-purchases-not-taken = 说明这一笔存疑的没有被受理

cli-examples-short =
    例子：
      reel short --prompt "像日出一样叫醒你的台灯" --headline "更好地醒来" --save .
      reel short --prompt "…" --look premium_editorial --product-image lamp.png --poster end.png --yes --save . --json
      reel short edit 项目名 --font Anton     reel short generate 项目名 --yes --save .
cli-examples-carousel =
    例子：
      reel carousel --prompt "慢慢手冲咖啡的三种方法" --slides 5 --ratio 4:5 --save .
      reel carousel slide 项目名 2 --headline "再慢一点"
      reel carousel restyle 项目名 --template scrapbook --accent "#09EFBE" --save .
cli-examples-editor =
    例子：
      reel editor create --language en --prompt "可以折平带走的旅行台灯"
      reel editor autopilot 项目名 --save .
      reel editor upload 项目名 clip.mp4     reel editor place 项目名 片段     reel editor render 项目名 --save .

# 登录。
cli-hub-login-done = 你已登录 Hubfluencer。
cli-hub-login-lacks = 这个令牌缺少“{ $scope }”权限，有些命令会被拒绝。
cli-hub-login-environment = 设置了 HUBFLUENCER_API_TOKEN：只要它在，用的就是它的令牌，而不是刚才保存的这个。
cli-hub-login-sandbox = 使用沙盒自己的令牌：在别处没有任何用处。
cli-hub-login-script = 没有人可以输入令牌。请用管道传入：reel login hubfluencer --token-stdin
cli-hub-login-open = Hubfluencer 需要个人访问令牌。要打开它的网站去新建吗？[y/N]
cli-hub-login-ask = 粘贴令牌（不会显示）：
cli-hub-token-how = 用这条命令给出令牌：reel login hubfluencer
cli-hub-logout-done = 你已退出 Hubfluencer。保存在磁盘上的都还在。
cli-hub-logout-environment = 这次已放下令牌，但 HUBFLUENCER_API_TOKEN 下次会再带来。要退出，请取消这个变量。

# 要付费的。
cli-hub-cost = { $credits ->
    [0] 免费。
   *[other] 需要 { $credits } 积分。
}
cli-hub-cost-of = { $credits ->
    [0] 免费；你有 { $available } 积分。
   *[other] 需要 { $credits } 积分；你有 { $available } 积分。
}
cli-hub-ask = [y/N]
cli-hub-not-confirmed = 你没有确认，所以没有付费。
cli-hub-not-confirmed-script = 这可能要用积分，而现在没有人能确认，所以什么都没有发送。加上 --yes 可以事先同意。
cli-hub-waits = 它可能已经发出，正在等回复。再按一次 Ctrl+C 就让它存疑。
cli-hub-asking-again = 回复在路上丢了。会用同一个号再问，不会付两次。
cli-hub-asking-goes-on = 还没有回复，可能已经被受理。下一条 Hubfluencer 命令会接着问，不会付两次；reel purchases 能看到结果。
cli-hub-refunded = 积分已退回。

# 制作过程中。
cli-hub-making-short = 正在制作短视频
cli-hub-making-slides = 正在制作图片
cli-hub-making-slides-of = 正在制作图片，已有 { $done } / { $of }
cli-hub-making-scenes = 正在制作场景
cli-hub-making-scenes-of = 正在制作场景，已有 { $done } / { $of }
cli-hub-making-voice = 正在配音
cli-hub-making-music = 正在制作音乐
cli-hub-autopilot = 自动驾驶正在工作
cli-hub-rendering = 正在渲染广告
cli-hub-processing = 已全部传到；Hubfluencer 正在准备
cli-hub-left = Hubfluencer 会继续做。要再等它：{ $command }
cli-hub-failed = Hubfluencer 没能做成。
cli-hub-failed-because = Hubfluencer 没能做成。它说：“{ $cause }”
cli-hub-stopped = 已停止。没有付费；之前改过的都保留。
cli-hub-kept = 项目已经建好：{ $slug }
cli-hub-not-saved = 还没有保存。要保存：{ $command }
cli-hub-removed = 已从这台电脑的列表里去掉。Hubfluencer 上还有，用 show 可以找回来。
cli-hub-deleted = 已在 Hubfluencer 上删除。你保存的都还在。
cli-hub-upload-paused = 已暂停。同样的命令会从这里接着传。
cli-hub-upload-processing = 已全部在 Hubfluencer，它会继续准备。用 reel editor uploads 看是否可用。
cli-hub-upload-cancelled = 已放弃。存储里已有的部分会被清掉。

# 列表。
cli-hub-shorts-none = 还没有短视频。
cli-hub-carousels-none = 还没有图文轮播。
cli-hub-editors-none = 还没有广告。
cli-hub-uploads-none = 还没有片段。
cli-hub-purchases-none = 最近几天没有付费。
cli-hub-token-once = 这就是令牌。只显示这一次，哪里都不保存：
cli-hub-token-revoked = 令牌已吊销。
cli-hub-token-unused = 从未用过
cli-hub-purchase-sending = 发送中
cli-hub-purchase-asking-again = 再问中
cli-hub-purchase-taken = 已受理
cli-hub-purchase-refused = 被拒绝
cli-hub-purchase-not-sent = 没有发出
cli-hub-purchase-in-doubt = 存疑
cli-hub-purchase-given-up = 已放弃
