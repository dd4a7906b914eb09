# Golden values of moderation.test.ts from limma 3.68.5: priors that are robust or follow a trend, with equal and unequal
# residual degrees of freedom. Run in this folder: Rscript moderation.oracle.R
suppressWarnings(suppressPackageStartupMessages({ library(limma); library(jsonlite) }))
stopifnot(packageVersion("limma") >= "3.61.8")
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
results <- list()
add <- function(name, s2, df, average = NULL, robust = FALSE) {
  s2 <- signif(s2, 8)
  if (!is.null(average)) average <- signif(average, 7)
  m <- suppressWarnings(squeezeVar(s2, df, covariate = average, robust = robust))
  flat <- function(x) if (length(unique(x)) == 1) x[1] else as.vector(x)
  results[[name]] <<- list(variances = s2, df = flat(df), average = average, robust = robust,
    priorDf = flat(m$df.prior), priorVariance = flat(m$var.prior))
}
draw <- function(seed, df, priorDf = 6, outliers = 3, by = 400) {
  set.seed(seed)
  n <- length(df)
  s2 <- ifelse(df > 0, 0.2 * rchisq(n, pmax(df, 1)) / pmax(df, 1) * priorDf / rchisq(n, priorDf), 0)
  s2[seq_len(outliers)] <- s2[seq_len(outliers)] * by
  s2
}
levels <- function(seed, n) { set.seed(seed); runif(n, 18, 30) }
mixed <- function(seed, n, some = 2:5) { set.seed(seed); sample(some, n, TRUE) }
d60 <- mixed(1, 60)
add("unequal", draw(2, d60), d60)
add("unequalTrend", draw(2, d60), d60, levels(3, 60))
add("unequalRobust", draw(2, d60, 30), d60, NULL, TRUE)
add("unequalRobustTrend", draw(32, d60, 30), d60, levels(3, 60), TRUE)
add("unequalRobustNone", draw(5, d60, outliers = 0, by = 1), d60, NULL, TRUE)
add("unequalRobustTrendSteep", draw(6, d60) * exp((levels(7, 60) - 24) / 3), d60, levels(7, 60), TRUE)
many <- mixed(8, 520)
add("manyRobustTrend", draw(9, many), many, levels(10, 520), TRUE)
tied <- mixed(11, 250)
add("tiedRobustTrend", draw(12, tied), tied, round(levels(13, 250)), TRUE)
none <- mixed(14, 50, c(0, 0, 1:5))
add("noDfRobust", draw(15, none), none, NULL, TRUE)
add("noDfTrend", draw(15, none), none, levels(16, 50))
add("noDfRobustTrend", draw(15, none), none, levels(16, 50), TRUE)
zero <- draw(17, d60); zero[c(10, 20)] <- 0
add("zero", zero, d60)
add("zeroTrend", zero, d60, levels(3, 60))
add("zeroRobust", zero, d60, NULL, TRUE)
add("nearInfinite", draw(18, d60, 1e9, 0, 1), d60, levels(3, 60))
add("nearInfiniteRobust", draw(18, d60, 1e9, 2, 60), d60, NULL, TRUE)
add("farOut", draw(19, d60, 1e9, 2, 1e6), d60, NULL, TRUE)
add("three", draw(20, c(2, 3, 4), outliers = 0), c(2, 3, 4), c(19, 22, 28))
add("four", draw(21, c(2, 3, 4, 4), outliers = 0), c(2, 3, 4, 4), c(19, 22, 28, 25), TRUE)
add("five", draw(22, c(2, 3, 4, 4, 1), outliers = 0), c(2, 3, 4, 4, 1), c(19, 22, 28, 25, 20), TRUE)
add("level", draw(23, d60), d60, rep(20, 60))
four <- rep(4, 60)
add("equalRobustTrend", draw(24, four), four, levels(25, 60), TRUE)
add("equalRobustTrendSteep", draw(26, four, 20) * exp((levels(25, 60) - 24) / 3), four, levels(25, 60), TRUE)
add("equalRobustTrendInfinite", draw(27, four, 1e9, 2, 50), four, levels(25, 60), TRUE)
add("equalRobustTrendMany", draw(28, rep(3, 150)), rep(3, 150), levels(29, 150), TRUE)
gaps <- replace(four, c(4, 30, 60, which.min(levels(25, 60)), which.max(levels(25, 60))), 0)
add("equalRobustTrendNoDf", draw(30, gaps), gaps, levels(25, 60), TRUE)
add("equalRobustTrendTied", draw(31, four), four, round(levels(25, 60)), TRUE)
parts <- split(names(results), cumsum(nchar(sapply(results, toJSON, digits = I(14)))) %/% 52000)
for (part in seq_along(parts)) {
  made <- list(versions = paste(R.version.string, "limma", packageVersion("limma")), cases = results[parts[[part]]])
  text <- toJSON(made, digits = I(14), na = "string", auto_unbox = TRUE, null = "null")
  write(text, paste0("moderation-", part, ".golden.json"))
}
