# Rscript block-correlation.oracle.R > block-correlation.golden.json
# The consensus by limma's duplicateCorrelation (statmod's REML) and from lme4's REML, and the moderated t that rests on it.
suppressPackageStartupMessages({library(limma); library(lme4); library(jsonlite)})
set.seed(11)
features <- 60
donors <- 6
block <- rep(paste0("D", seq_len(donors)), 2)
side <- rep(c(0, 1), each = donors)
design <- cbind(intercept = 1, side = side)
level <- matrix(rnorm(features * donors, sd = 1), features)
y <- 24 + cbind(level, level) + matrix(rnorm(features * 2 * donors, sd = 0.55), features)
y[1:6, side == 1] <- y[1:6, side == 1] + 1.2
y[7, 2] <- NA
y[8, c(3, 9)] <- NA
y[9, c(1, 2, 3)] <- NA
y <- round(y, 6)

icc <- apply(y, 1, function(row) {
  data <- data.frame(row, side, block)
  fit <- suppressMessages(lmer(row ~ side + (1 | block), data, REML = TRUE,
    control = lmerControl(optimizer = "Nelder_Mead", optCtrl = list(FtolAbs = 1e-14, XtolRel = 1e-12, maxfun = 1e5), check.conv.singular = "ignore")))
  v <- as.data.frame(VarCorr(fit))$vcov
  v[1] / sum(v)
})
consensus <- tanh(mean(atanh(pmin(icc, 0.99)), trim = 0.15))
reference <- duplicateCorrelation(y, design, block = block)
fit <- eBayes(lmFit(y, design, block = block, correlation = consensus))
cat(toJSON(list(
  made = list(R = as.character(getRversion()), limma = as.character(packageVersion("limma")), lme4 = as.character(packageVersion("lme4")), statmod = as.character(packageVersion("statmod"))),
  values = y, block = block, side = side,
  belowByStatmod = sum(reference$atanh.correlations < 0),
  consensus = consensus, duplicateCorrelation = reference$consensus.correlation,
  coefficient = unname(fit$coefficients[, 2]), sigma = unname(fit$sigma), stdevUnscaled = unname(fit$stdev.unscaled[, 2])
), digits = NA, auto_unbox = TRUE, na = "null"))
