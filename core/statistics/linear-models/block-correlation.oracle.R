# Golden values of block-correlation.test.ts from limma 3.68.5 with statmod, and from lme4's REML where its optimum is
# inside. Run in this folder: Rscript block-correlation.oracle.R
suppressWarnings(suppressPackageStartupMessages({ library(limma); library(lme4); library(jsonlite) }))
made <- function(seed, features, block, spread) {
  set.seed(seed)
  n <- length(block)
  y <- 25 + matrix(rnorm(features * n, 0, 0.4), features)
  signif(y + matrix(rnorm(features * max(block), 0, spread), features)[, block], 7)
}
case <- function(y, design, block) {
  d <- suppressWarnings(duplicateCorrelation(y, unname(design), block = block))
  reml <- apply(y, 1, function(v) {
    f <- factor(block)
    fit <- suppressMessages(suppressWarnings(lmer(v ~ 0 + design + (1 | f), na.action = na.omit,
      control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9), check.rankX = "ignore"))))
    s <- as.data.frame(VarCorr(fit))$vcov
    if (s[1] > 1e-6) s[1] / sum(s) else NA
  })
  list(data = unname(y), design = unname(design), block = block, consensus = d$consensus.correlation,
    correlations = tanh(d$atanh.correlations), reml = as.vector(reml))
}
group <- cbind(1, rep(0:1, 6))
crossed <- rep(1:6, each = 2)
holed <- made(3, 20, rep(1:4, each = 3), 0.5)
holed[sample(length(holed), 14)] <- NA
cases <- list(pairs = case(made(1, 20, crossed, 0.4), group, crossed),
  nested = case(made(2, 20, rep(1:4, each = 3), 0.2), cbind(1, rep(0:1, each = 6)), rep(1:4, each = 3)),
  holed = case(holed, group, rep(1:4, each = 3)))
versions <- paste(R.version.string, "limma", packageVersion("limma"), "statmod", packageVersion("statmod"), "lme4", packageVersion("lme4"))
write(toJSON(list(versions = versions, cases = cases), digits = I(14), na = "string", auto_unbox = TRUE), "block-correlation.golden.json")
