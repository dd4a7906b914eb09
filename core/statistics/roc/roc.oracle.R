# Golden values of roc.test.ts. Run in this folder: Rscript roc.oracle.R, then python roc.oracle.py
# aSAH: 113 patients of Turck et al. 2010 (doi:10.1007/s00134-009-1641-y) as in pROC; a curve's area depends on ranks alone,
# so that only outcome and twice the midranks are written down.
suppressMessages(library(pROC))
library(jsonlite)
data(aSAH)
set.seed(41, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
twice <- function(x) 2 * rank(as.numeric(x))
outcome <- as.integer(aSAH$outcome == "Poor")
cases <- list(
  wfns = list(scores = twice(aSAH$wfns), isCase = outcome), s100b = list(scores = twice(aSAH$s100b), isCase = outcome),
  ndka = list(scores = twice(aSAH$ndka), isCase = outcome),
  clipped = list(scores = c(.9, .8, .7, .55, .6, .5, .4, .65, .3, .2, .55), isCase = rep(1:0, c(5, 6))),
  tied = list(scores = round(rnorm(40) + rep(c(.6, 0), c(15, 25)), 0), isCase = rep(1:0, c(15, 25))),
  random = list(scores = round(rnorm(36), 3), isCase = rep(c(1, 0, 0), 12)),
  worse = list(scores = c(1, 2, 3, 6, 4, 5, 7, 8), isCase = rep(1:0, c(4, 4))),
  twoEach = list(scores = c(1, 3, 2, 4), isCase = c(0, 0, 1, 1)),
  apart = list(scores = c(1, 2, 3, 7, 8, 9), isCase = c(0, 0, 0, 1, 1, 1)), allSame = list(scores = rep(2, 6), isCase = c(0, 0, 0, 1, 1, 1)))
curve <- function(d, direction = "<") roc(d$isCase, d$scores, levels = c(0, 1), direction = direction, quiet = TRUE)
limits <- function(r, level) suppressWarnings(as.numeric(ci.auc(r, method = "delong", conf.level = level)))[c(1, 3)]
single <- lapply(cases, function(d) {
  r <- curve(d)
  best <- suppressWarnings(coords(r, "best", best.method = "youden", ret = c("sensitivity", "specificity", "youden"), transpose = FALSE))
  list(scores = d$scores, isCase = d$isCase, auc = as.numeric(auc(r)), lower = as.numeric(auc(curve(d, ">"))), variance = suppressWarnings(var(r)),
    wald95 = limits(r, 0.95), wald80 = limits(r, 0.8), sensitivity = rev(r$sensitivities), specificity = rev(r$specificities),
    j = best$youden[1] - 1, best = as.matrix(best[order(best$sensitivity), 1:2]))
})
test <- function(a, b, paired) {
  t <- suppressWarnings(roc.test(curve(a), curve(b), method = "delong", paired = paired))
  z <- unname(t$statistic)
  list(z = z, p = 2 * pnorm(-abs(z)), interval = if (paired) as.numeric(t$conf.int) else NA)
}
paired <- list(wfnsS100b = test(cases$wfns, cases$s100b, TRUE), wfnsNdka = test(cases$wfns, cases$ndka, TRUE), s100bNdka = test(cases$s100b, cases$ndka, TRUE))
unpaired <- list(tiedClipped = test(cases$tied, cases$clipped, FALSE), randomWorse = test(cases$random, cases$worse, FALSE), wfnsRandom = test(cases$wfns, cases$random, FALSE))
shares <- list(c(45, 50), c(0, 7), c(7, 7), c(1, 3), c(130, 999), c(1, 1))
wilson <- lapply(shares, function(s) lapply(list(0.95, 0.5), function(l) as.numeric(prop.test(s[1], s[2], conf.level = l, correct = FALSE)$conf.int)))
write_json(list(`made by` = "roc.oracle.R", versions = paste0(R.version.string, ", pROC ", packageVersion("pROC")),
  single = single, paired = paired, unpaired = unpaired, shares = shares, wilson = wilson), "roc.golden.json", digits = NA, na = "string")
