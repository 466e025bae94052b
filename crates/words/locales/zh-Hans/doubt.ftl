# 没有收到答复的订单，以及期限。
doubt-looking = 正在 Riffkit 的列表里查找这个订单
doubt-why = 订单已发出，但没有收到答复。为了不重复扣费，它不会自动重发。
doubt-looking-how = 至少每分钟查一次列表。一旦找到，订单会自己继续。
doubt-looking-next = { $span }后再查一次。一旦找到，订单会自己继续。
doubt-look-now = 现在就查
doubt-unreadable = 暂时读不到 Riffkit 的列表
doubt-unreadable-until = { $span }后再试。在那之前，无法知道这个订单是否已被受理。
doubt-unreadable-now = 正在重试。在那之前，无法知道这个订单是否已被受理。
doubt-sign-in = 登录后才能查到这个订单的下落
doubt-sign-in-how = 只有 Riffkit 自己的列表能说明它是否已被受理，而读取列表需要你登录。
doubt-not-taken = Riffkit 的列表里没有这个订单
doubt-not-taken-how = 发出{ $span }后，列表里仍然没有它；要是被受理了，早该出现。种种迹象表明它没有被受理，也没有扣费。
doubt-send-again = 重新发送…
doubt-send-again-how = 先在 Riff 页面打开，等你在那里确认后才会发出。
doubt-keep-looking = 继续查找
doubt-several = 这里面哪一个是这个订单？
doubt-several-how = 没有收到答复，而 Riffkit 的列表里有 { $count ->
   *[other] { $count } 个可能是它
}。选中后就从那里继续，不会再发送任何东西。
doubt-candidates = 可能的订单
doubt-candidate = 模板“{ $name }”
doubt-candidate-unnamed = 还没有模板
doubt-candidate-taken = { $ago }被受理
doubt-candidate-choose = 就是这个
doubt-candidate-choose-of = 就是这个：{ $what }
doubt-none = 都不是
until-near = 还剩 { $span }
until-today = { $time } 前
until-tomorrow = 明天 { $time } 前
until-later = { $day } { $time } 前
task-retry-deadline = 可重试：{ $until }
footage-address = 上传地址的有效期：{ $until }。过后会再要一个新的。
