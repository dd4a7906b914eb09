# Golden values of the rank tests. Run in this folder: Rscript rank-tests.oracle.R, then python rank-tests.oracle.py
suppressMessages(library(coin))
library(jsonlite)
set.seed(31, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
draw <- function(n, shift = 0, digits = 4) round(rnorm(n, shift), digits)
pairs <- list(
  small = list(x = draw(7, 1), y = draw(5)), extreme = list(x = 11:16 + 0, y = 1:5 + 0), equalCentre = list(x = c(1, 4), y = c(2, 3)),
  oneEach = list(x = 2, y = 1), two = list(x = c(1, 2), y = c(3, 4)), oneAgainst = list(x = 0.5, y = draw(9)),
  middle = list(x = draw(23, 0.4), y = draw(31)), large = list(x = draw(50, 0.5, 9), y = draw(50, 0, 9)),
  tied = list(x = c(1, 2, 2, 3, 5, 5), y = c(2, 3, 3, 4, 5, 6, 6)), heavy = list(x = c(0, 0, 0, 1, 1), y = c(0, 0, 1, 1, 1, 1)),
  rounded = list(x = draw(20, 0.8, 0), y = draw(18, 0, 0)), skewed = list(x = c(9, 9, 9), y = c(1, 1, 1, 1, 1, 1, 2, 9)),
  missing = list(x = c(1.5, NA, 2.5, 8), y = c(NA, 0.5, 1.5, 3, NA)), infinite = list(x = c(-Inf, 1, Inf), y = c(Inf, 2, 3)),
  constant = list(x = c(3, 3, 3), y = c(3, 3)), empty = list(x = c(NA_real_, NA), y = c(1, 2)), many = list(x = draw(130, 0.2, 2), y = draw(90, 0, 2)))
asymptotic <- function(x, y, correct) tryCatch(unname(wilcox.test(x, y, exact = FALSE, correct = correct)$p.value), error = function(e) NA)
exact <- function(x, y) {
  x <- x[!is.na(x)]; y <- y[!is.na(y)]
  if (length(x) == 0 || length(y) == 0 || length(c(x, y)) > 120 || length(unique(c(x, y))) < 2) return(NA)
  if (anyDuplicated(c(x, y)) == 0) return(wilcox.test(x, y, exact = TRUE)$p.value)
  as.numeric(pvalue(wilcox_test(rank(c(x, y)) ~ factor(rep(1:2, c(length(x), length(y)))), distribution = "exact")))
}
sums <- lapply(pairs, function(d) c(d, list(
  u = tryCatch(unname(wilcox.test(d$x, d$y, exact = FALSE)$statistic), error = function(e) NA),
  p = asymptotic(d$x, d$y, TRUE), pPlain = asymptotic(d$x, d$y, FALSE), pExact = exact(d$x, d$y))))

differences <- list(small = draw(8, 0.5), tied = c(1, 1, -2, 3, 3, 3, -1), zeros = c(0, 0, 1.5, -0.5, 2, 2, 4), middle = draw(40, 0.2, 6),
  missing = c(NA, 1, 2, -3, NA, 5), one = -2, nothing = c(0, 0, NA), balanced = c(1, -1, 2, -2), rounded = draw(60, 0.3, 1))
signed <- lapply(differences, function(d) {
  there <- d[!is.na(d) & d != 0]
  if (length(there) == 0) return(list(d = d, v = NA, p = NA, pPlain = NA, pExact = NA))
  test <- function(...) suppressWarnings(wilcox.test(d, ...))
  pExact <- if (anyDuplicated(abs(there)) == 0) wilcox.test(there, exact = TRUE)$p.value else
    as.numeric(pvalue(wilcoxsign_test(there ~ rep(0, length(there)), distribution = "exact", zero.method = "Wilcoxon")))
  list(d = d, v = unname(test(exact = FALSE)$statistic), p = test(exact = FALSE)$p.value, pPlain = test(exact = FALSE, correct = FALSE)$p.value, pExact = pExact)
})

groups <- list(three = list(value = draw(18), group = rep(0:2, 6)), tied = list(value = c(1, 1, 2, 2, 3, 3, 3, 4, 5, 5), group = c(0, 1, 0, 1, 2, 2, 1, 0, 2, 2)),
  missing = list(value = c(1, NA, 3, 4, 4, 6, NA, 8), group = c(0, 0, 0, 1, 1, 2, 2, 2)), emptyGroup = list(value = c(1, 2, 5, 4, NA), group = c(0, 0, 3, 3, 2)),
  constant = list(value = rep(2, 6), group = rep(0:1, 3)), two = list(value = c(1, 5, 2, 7), group = c(0, 1, 0, 1)), onlyOne = list(value = c(1, 2, NA), group = c(0, 0, 1)))
kruskal <- lapply(groups, function(d) {
  r <- tryCatch(kruskal.test(d$value, d$group), error = function(e) list(statistic = NA, parameter = NA, p.value = NA))
  c(d, list(h = unname(r$statistic), df = unname(r$parameter), p = r$p.value))
})

shift <- lapply(pairs[c("small", "extreme", "oneEach", "two", "middle", "large")], function(d) lapply(c(`0.95` = 0.95, `0.8` = 0.8), function(level) {
  r <- suppressWarnings(wilcox.test(d$x, d$y, exact = TRUE, conf.int = TRUE, conf.level = level))
  c(unname(r$estimate), r$conf.int[1:2])
}))
write_json(list(`made by` = "rank-tests.oracle.R", versions = paste0(R.version.string, ", coin ", packageVersion("coin")),
  sums = sums, signed = signed, kruskal = kruskal, shift = shift), "rank-tests.golden.json", digits = NA, na = "string")
