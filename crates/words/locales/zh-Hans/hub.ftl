# Hubfluencer 各页面共用的文字。它用自己的整数积分计费。

service-hubfluencer = Hubfluencer
page-shorts = 短视频
page-carousels = 图文轮播
page-editors = 编辑器
page-tokens = 令牌

## 令牌

hub-token-title = 你的 Hubfluencer 令牌
hub-token-label = 粘贴你的令牌
hub-token-send = 使用这个令牌
hub-token-checking = 正在检查…
hub-token-means = 有了令牌，Reelwright 就能用你的账户生成和读取视频。它和你的登录信息保存在同一处，只会发给 Hubfluencer。
hub-token-get = 到 Hubfluencer 网站获取令牌
hub-token-close = 关闭

## 确认

hub-step-generate-short = 生成这条短视频？
hub-step-generate-carousel = 生成这组轮播图？
hub-step-autopilot = 让自动驾驶制作这支广告？
hub-step-generate-scene = 生成这个场景？
hub-step-regenerate-scene = 重新生成这个场景？
hub-step-generate-scenes = 生成全部场景？
hub-step-generate-voice = 为旁白配音？
hub-step-generate-music = 生成音乐？
hub-step-render = 渲染这支广告？
hub-step-unlock-assists = 购买更多辅助次数？
hub-step-what = 内容
hub-step-scope = 规模
hub-step-slides = { $count } 张图
hub-step-scenes = { $count } 个场景
hub-step-assists = { $count } 次辅助
hub-step-cost = 费用
hub-step-balance = 余额
hub-step-balance-unknown = Hubfluencer 没有说明
hub-step-left = 之后还剩 { $count }
hub-step-pricing = 正在询价…
hub-step-after = 只问这一次：之后不会再问，也不会重复扣费。
hub-step-back = 返回
hub-step-look-again = 再看一次
hub-step-yes = 确认，用 { $count } 积分
hub-step-yes-free = 确认，免费
hub-step-yes-plain = 确认
hub-step-taking = 正在发送…
hub-caution-not-enough = 还差 { $missing } 积分，Hubfluencer 会拒绝。
hub-caution-price = 暂时无法向 Hubfluencer 询价。这是它公布的价格；不经询问它不会多收。
hub-caution-replaces = 这个之前已经做过。现有的结果会被替换；你已保存的文件不受影响。
hub-buy-credits = 到 Hubfluencer 网站购买积分

## 尚未落定的付费步骤

hub-purchase-asking-again = 请求已发出，但回复在途中丢失了。正在用同一编号再次询问，所以不会重复扣费。
hub-purchase-next = { $span } 后再试。
hub-purchase-ask-now = 立即询问
hub-purchase-in-doubt = 请求已发出但没有回复，再次询问并不安全。重新下单前，请先看看它是否已被受理。
hub-purchase-look = 看一看
hub-purchase-give-up = 没有被受理

## 积分与辅助

hub-free = 免费
hub-credits = { $count } 积分
hub-balance = 剩余 { $count } 积分
hub-balance-unknown = 余额尚不清楚
hub-assists-left = 辅助剩余 { $count } / { $of } 次
hub-assists-reset = { $span } 后重置
hub-assists-unknown = 辅助次数尚不清楚
hub-assists-more = 用 { $cost } 积分再得 { $batch } 次
hub-assists-more-plain = 更多辅助次数
hub-assist-one = 1 次辅助
hub-assist-busy = 正在写…

## 图片

hub-image-choose = 选择图片
hub-image-replace = 替换
hub-image-kinds = JPG 或 PNG，不超过 20 MB。也可以拖到这里。
hub-image-sending = 正在发送图片
hub-image-description = 图中是什么（可不填）
hub-image-description-example = 木盖白色瓶子

## 字段

hub-count-of = { $length } / { $most }
hub-fault-too-short = 至少 { $least } 个字符。
hub-fault-too-long = 超出 { $over } 个字符，上限为 { $most }。
hub-fault-missing = 此项必填。
hub-fault-range = 须在 { $least } 到 { $most } 之间。
hub-fault-value = Hubfluencer 在这里不认识“{ $value }”。
hub-tag-remove = 移除 { $tag }
hub-saved = 已保存
hub-saving = 正在保存…
hub-kept-here = 尚未保存。你写的内容保留在这台电脑上，一旦可行就会发送。

## 生成过程中

hub-elapsed = 已用 { $span }
hub-heard = { $ago }得到消息
hub-taking-long = 这次比平时久：已经 { $minutes } 分钟。它仍在继续，Reelwright 现在每分钟看一次。
hub-look-now = 立即查看
hub-unreachable = 暂时连不上 Hubfluencer。那边的生成仍在继续；{ $span } 后再看。
hub-making-token = Hubfluencer 那边仍在继续，但要看到进展需要再次提供令牌。
hub-ready-short = 你的短视频好了
hub-ready-carousel = 你的轮播图好了
hub-ready-editor = 你的广告好了

## 保存

hub-save = 保存
hub-save-label = 正在保存
hub-saved-as = 已保存为 { $name }
hub-in-library = 在作品库中查看

## 项目列表与页面

projects-loading = 正在查看…
projects-no-server = 本次运行不含 Hubfluencer
projects-no-server-how = 这个沙盒只模拟 Riffkit。请启动同时包含两项服务的沙盒，或在设置中转为正式使用。
projects-adopt = 按名称打开…
projects-adopt-title = 是在别处做的？
projects-adopt-means = 粘贴它在 Hubfluencer 上的网址，或网址末尾的名称。
projects-adopt-take = 在这里打开
hub-remove = 移除
hub-close-any-time = 可以关闭 Reelwright：它会继续进行，回来时就在这里。

## 文字被拒绝的原因

hub-category-weapons = 武器
hub-category-violence = 暴力
hub-category-sexual = 色情内容
hub-category-drugs = 毒品
hub-category-deception = 欺骗
hub-category-hate = 仇恨
hub-category-harassment = 骚扰
hub-category-self-harm = 自我伤害
hub-category-illegal = 违法内容

## 令牌与账户

hub-token-other = 换一个令牌
hub-token-sandbox = 使用沙盒的令牌
hub-account-give = 提供令牌
hub-account-none = 没有令牌
hub-account-lacks = 缺少一项权限
hub-account-absent = 本次运行不含此服务
hub-account-vault = 已用你的令牌登录
hub-account-environment = 已用 HUBFLUENCER_API_TOKEN 中的令牌登录
hub-account-sandbox = 已用沙盒的令牌登录
settings-hub-server = 连接到 { $origin }
settings-hub-lacks = 这个令牌缺少 { $scopes }。在你换上具备该权限的令牌之前，有些操作会被拒绝。
settings-hub-tokens = 管理令牌
settings-hub-tokens-means = 还有谁可以使用你的账户，可以做什么。
tokens-means = 每个令牌都能让一个程序使用你的 Hubfluencer 账户，而不需要密码。
tokens-loading = 正在读取你的令牌…
tokens-token-needed = 你的令牌会出现在这里
tokens-token-needed-how = 提供一个可以管理令牌的令牌，就能在这里查看、创建和撤销全部令牌。
tokens-admin-needed = 你的令牌不能管理令牌
tokens-admin-needed-how = 它缺少“{ $scope }”。登录 Hubfluencer 网站，创建一个具备该权限的令牌，再在这里提供。其他功能用你现在的令牌照常可用。
tokens-empty = 还没有令牌
tokens-empty-how = 为每台电脑或每个程序各建一个，这样就能单独撤销。
tokens-create = 创建令牌
tokens-create-title = 新令牌
tokens-create-send = 创建
tokens-creating = 正在创建…
tokens-create-in-doubt = 回复丢失了。如果列表里出现了新令牌，它的内容已无法再显示：请撤销它，另建一个。
tokens-name = 名称（可不填）
tokens-name-example = 工作室笔记本
tokens-unnamed = 未命名
tokens-scopes = 可以做什么
tokens-scope-none = 至少选择一项。
scope-read = 查看
scope-read-means = 项目、成品、余额和辅助次数。
scope-generate = 生成与修改
scope-generate-means = 创建和编辑项目、上传文件、花费积分和辅助次数。
scope-admin = 管理令牌
scope-admin-means = 查看全部令牌，创建新令牌，撤销任何令牌。只交给你完全信任的程序。
scope-everything = 全部权限
tokens-used = { $ago }使用过
tokens-never-used = 从未使用
tokens-made = { $ago }创建
tokens-made-title = 复制你的新令牌
tokens-made-once = Hubfluencer 只显示这一次。除非你在这里使用它，Reelwright 不会保存：关闭后它就被忘掉。
tokens-secret = 令牌内容
tokens-copy = 复制令牌
tokens-use = 在 Reelwright 中使用
tokens-use-means = 也可以让 Reelwright 从现在起用“{ $name }”登录，取代正在使用的令牌。
tokens-use-no-admin = 也可以让 Reelwright 从现在起用“{ $name }”登录，取代正在使用的令牌。它不能管理令牌，之后这一页就打不开了。
tokens-use-lacks = Reelwright 可以用它登录，但有些事做不了：它缺少 { $lacking }。
tokens-in-use = Reelwright 现在使用新令牌。
tokens-not-copied = 还没有复制。再按一次 Esc 就会忘掉它。
tokens-made-close = 完成
tokens-revoke = 撤销
tokens-revoke-named = 撤销 { $name }
tokens-revoke-title = 撤销这个令牌？
tokens-revoke-means = 使用“{ $name }”的一切会立刻失去访问权。此操作无法恢复。
tokens-revoke-own = 这可能正是 Reelwright 自己在用的令牌。如果是，你会被要求提供另一个；正在生成的内容会在 Hubfluencer 那边继续。
tokens-revoke-no = 保留
tokens-revoked = 令牌已撤销。

## 用量

hub-usage = Hubfluencer
hub-usage-token = 提供令牌后，这里会显示积分和辅助次数。
hub-figure = { $count }
hub-usage-credits = 积分
hub-usage-assists-left = 今日剩余辅助
hub-usage-assists-used = 今日已用辅助
hub-usage-heard = { $ago }得到消息。积分由 Hubfluencer 单独计算，与 Riffkit 的秒数无关。
hub-purchases = 最近的付费步骤
hub-purchases-column-what = 内容
hub-purchases-column-credits = 积分
hub-purchases-column-state = 状态
hub-purchases-column-when = 时间
hub-purchases-column-hide = 隐藏
hub-purchase-hide = 隐藏{ $step }
hub-paid-generate-short = 短视频
hub-paid-generate-carousel = 轮播图
hub-paid-autopilot = 自动驾驶广告
hub-paid-generate-scene = 场景
hub-paid-regenerate-scene = 重新生成的场景
hub-paid-generate-scenes = 全部场景
hub-paid-generate-voice = 配音
hub-paid-generate-music = 音乐
hub-paid-render = 渲染
hub-paid-unlock-assists = 更多辅助次数
hub-paid-sending = 正在发送
hub-paid-asking-again = 回复丢失，正在再次询问
hub-paid-taken = 已被受理
hub-paid-refused = 被拒绝，未扣费
hub-paid-not-sent = 未发出，未扣费
hub-paid-in-doubt = 结果不明
hub-paid-given-up = 你已说明未被受理

## 作品库与队列

hub-kind-short = 短视频
hub-kind-carousel = 轮播图
hub-kind-editor = 广告
library-service = 由谁制作
library-service-all = 全部
library-mark = 由 Hubfluencer 制作：{ $kind }
library-open-hub = 打开 Hubfluencer 制作的{ $title }
library-open-hub-saved = 打开 Hubfluencer 制作的{ $title }，已保存
library-hub-empty = 还没有 Hubfluencer 的作品
library-hub-empty-how = 每条完成的短视频、每组轮播图和每支广告都会出现在这里，并附上文案和话题标签。
library-hub-begin = 制作短视频
reel-hub-project = 打开它的项目
reel-slide-choose = 第 { $number } 张，共 { $count } 张
reel-slides-label = 轮播图
reel-save-all = 全部保存
reel-saved-set = { $folder } 中的 { $count } 张图片
queue-hub-making = Hubfluencer 正在制作 { $count } 个项目：
