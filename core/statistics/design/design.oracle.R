# Cases and golden values of design.test.ts. Run in this folder: Rscript design.oracle.R
library(jsonlite)
set.seed(11)
num <- function(x) ifelse(is.finite(x), x, NA)
make <- function(group, text) {
  g <- factor(group); keep <- text != ""; g <- droplevels(g[keep]); z <- factor(text[keep])
  tab <- table(g, z)
  chi <- suppressWarnings(chisq.test(tab, correct = FALSE))$statistic
  fit <- summary(lm(as.numeric(g == levels(g)[1]) ~ z))
  list(group = group, cells = text, fisher = fisher.test(tab, workspace = 2e7)$p.value,
    cramersV = unname(sqrt(chi / (sum(tab) * (min(dim(tab)) - 1)))), chiSquare = unname(chi), efficiency = 1 - fit$r.squared)
}
g20 <- rep(c("a", "b"), c(8, 12))
categorical <- list(
  twoByTwo = make(g20, ifelse(runif(20) < .5, "x", "y")),
  lopsided = make(g20, ifelse(seq_along(g20) < 7 | seq_along(g20) > 17, "x", "y")),
  threeLevels = make(g20, sample(c("x", "y", "z"), 20, TRUE)),
  sixLevels = make(rep(c("a", "b"), 15), sample(letters[1:6], 30, TRUE, prob = c(6, 4, 3, 2, 2, 1))),
  missing = make(g20, ifelse(seq_along(g20) %% 5 == 0, "", sample(c("x", "y"), 20, TRUE))),
  tiny = make(c("a", "a", "b", "b"), c("x", "x", "y", "x")),
  threeGroups = make(rep(c("a", "b", "c"), each = 7), sample(c("x", "y"), 21, TRUE))
)
numeric <- lapply(list(age = round(c(rnorm(8, 70, 6), rnorm(12, 76, 6)), 1), ties = rep(c(1, 2, 3, 4, 5.5), 4), order = c(2 * (1:8), 20 + 1:12)), function(z) {
  fit <- summary(lm(z ~ g20)); f <- fit$fstatistic
  w <- suppressWarnings(wilcox.test(z[g20 == "a"], z[g20 == "b"]))$statistic / 96
  list(group = g20, cells = z, etaSquared = fit$r.squared, p = unname(pf(f[1], f[2], f[3], lower.tail = FALSE)),
    separation = unname(max(w, 1 - w)), efficiency = 1 - summary(lm(as.numeric(g20 == "b") ~ z))$r.squared)
})
# contrast of 1 to 2 columns against 1 to 4 covariate columns
aliases <- lapply(1:8, function(k) {
  n <- 14
  C <- if (k %% 2) cbind(rep(0:1, 7)) else model.matrix(~ factor(rep(1:3, length.out = n)))[, -1]
  C <- unname(C)
  Z <- switch(k, cbind(rnorm(n)), cbind(rnorm(n), 45000 + seq_len(n)), cbind(C[, 1], rnorm(n)), cbind(C[, 1] + C[, 2]),
    cbind(C[, 1] * 3 - 2 + 1e-3 * rnorm(n)), cbind(C, rnorm(n)), cbind(rep(5, n), 1e6 * rnorm(n), rnorm(n)), cbind(rnorm(n), rnorm(n), rnorm(n), 2 - C[, 2]))
  Z <- round(Z, 6)
  r <- function(...) qr(cbind(1, ...))$rank
  share <- sapply(seq_len(ncol(C)), function(j) {
    others <- C[, -j, drop = FALSE]
    rss <- function(X) { e <- lm.fit(X, C[, j])$residuals; sum(e^2) }
    x <- rss(cbind(1, others, Z)) / rss(cbind(1, others))
    if (r(others, Z, C[, j]) == r(others, Z)) 0 else x
  })
  list(contrast = C, covariates = Z, efficiency = as.list(share), rankLost = (r(C) - 1) - (r(Z, C) - r(Z)), residualDf = n - r(C, Z))
})
power <- lapply(list(c(10, 10, 1, 1, .05), c(10, 30, .8, .9, .05), c(3, 3, .5, 1.5, .05), c(2, 2, 1, 1, .01), c(7, 10, .6, .7, .001), c(40, 40, 1, .2, .05), c(5, 9, 1, 6, 1e-4)), function(v) {
  se <- v[3] * sqrt(1 / v[1] + 1 / v[2]); df <- v[1] + v[2] - 2
  at <- function(d, alpha) { tc <- qt(alpha / 2, df, lower.tail = FALSE); suppressWarnings(pt(tc, df, d / se, lower.tail = FALSE) + pt(-tc, df, d / se)) }
  smallest <- uniroot(function(d) at(d, v[5]) - .8, c(1e-6, 36 * se), tol = 1e-14)$root
  equal <- if (v[1] == v[2]) power.t.test(v[1], v[4], v[3], v[5], strict = TRUE)$power else NA
  # fixed point of the Benjamini-Hochberg level at rate 0.05 with a true share of 0.1
  p <- 1; for (i in 1:2000) p <- at(v[4], .05 * .1 * p / (1 - .05 * .9))
  list(n1 = v[1], n2 = v[2], sd = v[3], effect = v[4], alpha = v[5], power = at(v[4], v[5]), powerTTest = equal, smallest = smallest, discovery = p)
})
big <- rbind(c(5, 1, 2, 3, 4, 2, 6, 1, 2, 3), c(1, 5, 3, 2, 1, 4, 1, 6, 3, 2))
set.seed(1)
permutation <- list(counts = big, simulated = chisq.test(big, simulate.p.value = TRUE, B = 1e6)$p.value)
writeLines(paste0('{"made by": "design.oracle.R", "versions": "', R.version.string, '",\n', paste(sapply(c("categorical", "numeric", "aliases", "power", "permutation"), function(name)
  paste0('"', name, '": ', toJSON(get(name), auto_unbox = TRUE, digits = NA, na = "null"))), collapse = ",\n"), "}"), "design.golden.json")
