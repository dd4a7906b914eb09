# Golden values of linear-models.test.ts from limma 3.68.5. Run in this folder: Rscript linear-models.oracle.R
suppressWarnings(suppressPackageStartupMessages({ library(limma); library(jsonlite) }))
stopifnot(packageVersion("limma") >= "3.61.8")
RNGkind("Mersenne-Twister", "Inversion")
draw <- function(seed, features, samples, spread = 6) {
  set.seed(seed)
  sigma <- sqrt(0.2 * spread / rchisq(features, spread))
  level <- runif(features, 18, 30)
  signif(level + matrix(rnorm(features * samples), features) * sigma, 7)
}
shift <- function(y, rows, columns, by) { y[rows, columns] <- y[rows, columns] + by; signif(y, 7) }
two <- cbind(rep(1, 6), rep(0:1, each = 3))
two8 <- cbind(1, rep(0:1, each = 4), c(0.3, -1, 0.2, 1.4, 0.9, -0.4, 0.1, -1.2))
four <- model.matrix(~ 0 + factor(rep(1:4, each = 3)))[, 1:4]
pairs <- cbind(c(-1, 1, 0, 0), c(-1, 0, 1, 0), c(-1, 0.5, 0, 0.5))
punch <- function(y, seed, share) { set.seed(seed); y[runif(length(y)) < share] <- NA; y }

results <- list()
add <- function(name, y, design, weights = NULL, block = NULL, correlation = NULL, contrasts = NULL, ...) {
  fit <- suppressWarnings(lmFit(y, unname(design), weights = weights, block = block, correlation = correlation))
  found <- list(sigma = fit$sigma, residualDf = fit$df.residual, averageExpression = fit$Amean)
  if (!is.null(contrasts)) fit <- contrasts.fit(fit, contrasts)
  m <- suppressWarnings(eBayes(fit, ...))
  one <- function(x) unname(as.matrix(x))
  flat <- function(x) if (length(unique(x)) == 1) x[1] else as.vector(x)
  results[[name]] <<- list(
    data = one(y), design = one(unname(design)),
    weights = if (is.matrix(weights)) one(weights) else weights, block = block, correlation = correlation,
    contrasts = contrasts, options = list(...),
    fit = c(found, list(coefficients = one(m$coefficients), stdevUnscaled = one(m$stdev.unscaled), cov = one(m$cov.coefficients))),
    moderated = list(priorDf = flat(m$df.prior), priorVariance = flat(m$s2.prior), posteriorVariance = unname(m$s2.post),
      totalDf = flat(m$df.total), t = one(m$t), p = one(m$p.value), logOdds = one(m$lods),
      effectVariances = as.vector(m$var.prior), f = as.vector(m$F), fP = as.vector(m$F.p.value)))
}

complete <- shift(draw(1, 24, 6), 1:4, 4:6, 2)
add("complete", complete, two)
missing <- punch(shift(draw(2, 24, 8), 1:3, 5:8, 1.5), 3, 0.15)
missing[4, ] <- NA
missing[5, 5:8] <- NA
missing[6, c(2:8)] <- NA
add("missing", missing, two8)
add("missingLegacy", missing, two8, legacy = TRUE)
add("missingContrasts", missing, two8, contrasts = cbind(c(0, 1, 0.4), c(0, 1, -1)))
groups <- shift(draw(4, 24, 12), 1:5, 4:6, 1.2)
add("contrasts", groups, four, contrasts = pairs)
add("dependentContrasts", groups, four, contrasts = cbind(pairs[, 1:2], pairs[, 2] - pairs[, 1]))
add("sampleWeights", complete, two, weights = c(1, 0.3, 2.2, 0.8, 1.5, 0.1))
set.seed(5)
values <- matrix(signif(runif(24 * 6, 0.2, 3), 3), 24)
values[2, 3] <- 0
add("valueWeights", complete, two, weights = values)
add("valueWeightsLegacy", complete, two, weights = values, legacy = TRUE)
add("block", groups, four, block = rep(1:6, 2), correlation = 0.35, contrasts = pairs)
add("blockMissing", punch(groups, 6, 0.1), four, block = rep(1:6, 2), correlation = 0.35, contrasts = pairs)
add("blockWeights", groups, four, block = rep(1:6, 2), correlation = -0.2, weights = signif(seq(0.5, 2, length.out = 12), 4))
add("trend", draw(7, 36, 6), two, trend = TRUE)
add("trendFew", draw(8, 5, 6), two, trend = TRUE)
add("five", shift(draw(9, 5, 6), 1, 4:6, 3), two)
add("single", draw(10, 1, 6), two)
add("pair", draw(11, 2, 6), two)
add("infinite", draw(14, 12, 6, 1e9), two)
add("infiniteTrend", draw(13, 36, 6, 1e9), two, trend = TRUE)
constant <- complete
constant[7, ] <- 20
add("constant", constant, two)
add("proportion", complete, two, proportion = 0.2, stdev.coef.lim = c(0.5, 2))
add("far", shift(complete, 1:3, 4:6, 900), two)

outlying <- draw(21, 30, 6, 8)
outlying[1:2, ] <- signif(25 + (outlying[1:2, ] - 25) * 12, 7)
add("robust", outlying, two, robust = TRUE)
add("robustInfinite", { y <- draw(30, 30, 6, 1e9); y[1, ] <- signif(25 + (y[1, ] - 25) * 30, 7); y }, two, robust = TRUE)
add("robustMany", shift(draw(23, 40, 8, 4), 1:5, 5:8, 1), cbind(1, rep(0:1, each = 4)), robust = TRUE)
parts <- split(names(results), ceiling(seq_along(results) / 5))
for (part in names(parts)) {
  made <- list(versions = paste(R.version.string, "limma", packageVersion("limma")), cases = results[parts[[part]]])
  text <- toJSON(made, digits = I(14), na = "string", auto_unbox = TRUE, null = "null")
  write(text, paste0("linear-models-", part, ".golden.json"))
}
