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
hub-token-means = 有了令牌，Reelwright 就能用你的账号生成和读取视频。它和你的登录信息保存在同一处，只会发给 Hubfluencer。
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

hub-purchase-asking-again = { $step } 回复在途中丢失了。正在用同一编号再次询问，所以不会重复扣费。
hub-purchase-next = { $span } 后再试。
hub-purchase-ask-now = 立即询问
hub-purchase-in-doubt = { $step } 请求已发出但没有回复，再次询问并不安全。重新下单前，请先看看它是否已被接受。
hub-purchase-look = 看一看
hub-purchase-give-up = 没有被接受

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
