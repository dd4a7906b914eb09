# Golden values of array-weights.test.ts from limma 3.68.5, REML carried to convergence (its default stops up to 1 % before
# it). Run in this folder: Rscript array-weights.oracle.R
suppressWarnings(suppressPackageStartupMessages({ library(limma); library(jsonlite) }))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
results <- list()
add <- function(name, y, design, method = "auto", prior.n = 10) {
  y <- signif(y, 7)
  w <- suppressWarnings(suppressMessages(arrayWeights(y, design, method = method, prior.n = prior.n, tol = 1e-18, maxiter = 5000L)))
  results[[name]] <<- list(data = unname(y), design = unname(design), method = method, priorN = prior.n, weights = unname(w))
}
draw <- function(seed, features, spread) {
  set.seed(seed)
  n <- length(spread)
  20 + rnorm(features) + matrix(rnorm(features * n), features) * rep(spread, each = features) * sqrt(6 / rchisq(features, 6))
}
punch <- function(y, seed, share) { set.seed(seed); y[runif(length(y)) < share] <- NA; y }
two <- cbind(1, rep(0:1, each = 3))
slope <- cbind(1, c(0, 0, 1, 1, 1, 3))
one <- matrix(1, 5, 1)
spread <- c(1, 1, 2, 0.5, 1, 3)
y <- draw(1, 30, spread)
add("reml", y, two)
add("remlSlope", draw(2, 30, spread), slope)
add("remlOne", draw(3, 25, c(1, 1, 1, 2, 1)), one)
add("remlPrior", y, two, prior.n = 1)
add("remlStrongPrior", y, two, prior.n = 100)
add("remlConstant", { z <- y; z[2, ] <- 20; z[3, ] <- rep(c(21, 23), each = 3); z }, two)
add("remlWithMissing", punch(y, 4, 0.05), two, "reml")
add("remlFar", draw(5, 30, c(1, 1, 20, 1, 1, 1)), two)
add("remlThree", draw(6, 10, c(1, 2, 1)), matrix(1, 3, 1))
add("scoring", y, two, "genebygene")
add("scoringPrior", y, slope, "genebygene", 2)
holed <- punch(draw(7, 30, spread), 8, 0.25)
holed[2, ] <- NA; holed[3, 1:3] <- NA; holed[4, c(1, 2, 4)] <- NA; holed[5, 2:6] <- NA; holed[6, ] <- 20
add("missing", holed, two)
add("missingSlope", holed, slope)
add("missingOne", punch(draw(9, 25, c(1, 1, 1, 2, 1)), 10, 0.3), one)
versions <- paste(R.version.string, "limma", packageVersion("limma"))
write(toJSON(list(versions = versions, cases = results), digits = I(14), na = "string", auto_unbox = TRUE), "array-weights-1.golden.json")
