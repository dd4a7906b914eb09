# Golden values of bootstrap.test.ts. Run in this folder: Rscript bootstrap.oracle.R, then python bootstrap.oracle.py
# Resamples (counted from 0) are exported so that every implementation uses the same ones.
num <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
set.seed(4711, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
x <- c(2.1, 3.4, 1.2, 8.9, 4.4, 2.8, 6.1, 15.2, 3.3, 2.2, 5.0, 1.9)
n <- length(x)
R <- 400
drawn <- matrix(sample.int(n, n * R, replace = TRUE), nrow = R)
bca <- function(stat) {
  t <- apply(drawn, 1, function(i) stat(x[i]))
  t0 <- stat(x)
  z0 <- qnorm((sum(t < t0) + sum(t == t0) / 2) / R)
  left <- sapply(1:n, function(i) stat(x[-i]))
  u <- mean(left) - left
  a <- sum(u^3) / (6 * sum(u^2)^1.5)
  z <- z0 + qnorm(c(0.025, 0.975))
  list(percentile = quantile(t, c(0.025, 0.975), type = 7), bca = quantile(t, pnorm(z0 + z / (1 - a * z)), type = 7), jack = left)
}
m <- bca(mean)
s <- bca(function(v) sd(v) / mean(v))
med <- bca(median)
one <- function(name, r) paste0('"', name, '": {"percentile": ', num(r$percentile), ', "bca": ', num(r$bca), ', "jackknife": ', num(r$jack), "}")
cat('{"made by": "bootstrap.oracle.R", "versions": "', R.version.string, '",\n"x": ', num(x),
  ',\n"resamples": [', paste(apply(drawn - 1, 1, function(r) paste0("[", paste(r, collapse = ","), "]")), collapse = ","), "],\n",
  paste(one("mean", m), one("cv", s), one("median", med), sep = ",\n"), "}\n", file = "bootstrap.golden.json", sep = "")
