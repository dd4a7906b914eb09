# Rscript operations.oracle.R > operations.golden.json
# Base R only: order-statistic ranks, TV-A4 fit, comparison of groups, instruments in a window.

num <- function(x) paste0("[", paste(format(x, digits = 16, trim = TRUE), collapse = ", "), "]")

ranks <- function(n, p, level = 0.95) {
  tail <- (1 - level) / 2
  c(qbinom(tail, n, p), qbinom(1 - tail, n, p) + 1)
}

edges <- seq(50, 210, 20)
counts <- c(40, 180, 320, 260, 120, 50, 20, 10)
negative <- function(q) {
  cdf <- plnorm(edges, q[1], exp(q[2]))
  -sum(counts * log(diff(cdf) / (cdf[9] - cdf[1])))
}
fit <- optim(c(log(100), log(0.3)), negative, method = "BFGS", control = list(reltol = 1e-15), hessian = TRUE)
fit <- optim(fit$par, negative, control = list(reltol = 1e-16, maxit = 5000))

# captures by donor and preparation, on the log scale: preparations first, then donors
study <- data.frame(
  group = c(rep("control", 8), rep("treated", 8), rep("rescued", 6)),
  donor = c("a", "a", "a", "b", "b", "c", "c", "c", "d", "d", "e", "e", "e", "f", "f", "g", "h", "h", "i", "i", "j", "j"),
  preparation = c("1", "1", "2", "1", "2", "1", "1", "1", "1", "2", "1", "1", "2", "1", "1", "1", "1", "2", "1", "1", "1", "2"),
  value = c(1.1, 1.2, 1.4, 0.9, 1.0, 1.6, 1.5, 1.7, 2.9, 3.1, 2.2, 2.0, 2.4, 3.3, 3.0, 2.6, 1.9, 2.1, 1.2, 1.4, 1.5, 1.8) * 1e10
)
study$log <- log(study$value)
prep <- aggregate(log ~ group + donor + preparation, study, mean)
donor <- aggregate(log ~ group + donor, prep, mean)
of <- function(group) donor$log[donor$group == group]
contrast <- function(a, b) {
  t <- t.test(of(a), of(b))
  c(exp(diff(rev(t$estimate))), exp(t$conf.int), t$p.value, t$parameter)
}
treated <- contrast("treated", "control")
rescued <- contrast("rescued", "control")
holm <- p.adjust(c(treated[4], rescued[4]), "holm")

first <- c(4.1e9, 4.4e9, 3.9e9)
second <- c(3.0e9, 3.3e9)
window <- t.test(log(first), log(second))

cat(sprintf('{
 "made with": "%s",
 "ranks": { "n": [20, 50, 100, 1000, 1000], "p": [0.5, 0.5, 0.5, 0.1, 0.9],
  "lower": %s,
  "upper": %s },
 "truncated log-normal TV-A4": { "median": %s, "sigma": %s },
 "groups": { "treated": %s,
  "rescued": %s,
  "holm": %s },
 "instruments": { "ratio": %s, "interval": %s }
}
', R.version.string,
  num(mapply(function(n, p) ranks(n, p)[1], c(20, 50, 100, 1000, 1000), c(.5, .5, .5, .1, .9))),
  num(mapply(function(n, p) ranks(n, p)[2], c(20, 50, 100, 1000, 1000), c(.5, .5, .5, .1, .9))),
  format(exp(fit$par[1]), digits = 9), format(exp(fit$par[2]), digits = 9),
  num(treated), num(rescued), num(holm),
  format(exp(mean(log(first)) - mean(log(second))), digits = 16), num(exp(window$conf.int))))
