# Golden values of quantiles.test.ts and moments.test.ts. Run in this folder: Rscript quantiles.oracle.R
num <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
p <- c(0, 0.025, 0.1, 1 / 3, 0.5, 0.77, 0.9, 0.975, 1)
x <- c(42.1, 45.3, 39.8, 44, 43.3, 39.8, 51.25, 12.5, 60)
w <- c(1, 2.5, 0.3, 4, 0, 1.2, 0.7, 3, 0.05)
# Akinshin (2023), type 7 with Kish's sample size: sum of x times the increments of the cdf of U((h-1)/n, h/n)
weighted <- function(x, w, p) {
  keep <- w > 0
  o <- order(x[keep])
  x <- x[keep][o]
  w <- w[keep][o]
  n <- sum(w)^2 / sum(w^2)
  steps <- cumsum(c(0, w / sum(w)))
  sapply(p, function(one) {
    h <- (n - 1) * one + 1
    sum(x * diff(pmin(pmax(steps * n - (h - 1), 0), 1)))
  })
}
edges <- seq(50, 210, 20)
counts <- c(40, 180, 320, 260, 120, 50, 20, 10)
ragged <- c(0, 10, 15, 30, 70, 71)
mass <- c(0, 2.5, 0.25, 4, 1.75)
at <- function(e, m, p) approx(c(0, cumsum(m)) / sum(m), e, p, ties = list("ordered", max))$y
both <- cbind(x)
unbiased <- cov.wt(both, w / sum(w))
ml <- cov.wt(both, w / sum(w), method = "ML")$cov
spread <- rep((head(edges, -1) + tail(edges, -1)) / 2, counts)
cat('{"made by": "quantiles.oracle.R", "versions": "', R.version.string, '",\n"p": ', num(p),
  ',\n"type7": ', num(quantile(x, p, type = 7)), ',\n"weighted": ', num(weighted(x, w, p)),
  ',\n"histogram": ', num(at(edges, counts, p)), ',\n"ragged": ', num(at(ragged, mass, p)),
  ',\n"weightedMean": ', num(unbiased$center), ',\n"population": ', num(ml), ',\n"importance": ', num(unbiased$cov),
  ',\n"frequency": ', num(ml * sum(w) / (sum(w) - 1)), ',\n"histogramMeanSd": ', num(c(mean(spread), sd(spread))), "}\n",
  file = "quantiles.golden.json", sep = "")
