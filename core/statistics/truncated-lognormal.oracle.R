# A second opinion on truncated-lognormal.golden.json by optim() on pnorm(). Run in this folder: Rscript truncated-lognormal.oracle.R
num <- function(x) paste0("[", paste(sprintf("%.12g", x), collapse = ", "), "]")
fit <- function(edges, counts, lower = edges[1], upper = tail(edges, 1)) {
  a <- log(pmax(head(edges, -1), lower))
  b <- log(pmin(tail(edges, -1), upper))
  keep <- counts > 0 & a < b
  minus <- function(q) {
    s <- exp(q[2])
    inside <- pnorm(log(upper), q[1], s) - pnorm(log(lower), q[1], s)
    -sum(counts[keep] * log((pnorm(b[keep], q[1], s) - pnorm(a[keep], q[1], s)) / inside))
  }
  q <- optim(c(4.6, log(0.3)), minus, control = list(reltol = 1e-15, maxit = 5000))$par
  q <- optim(q, minus, method = "BFGS", control = list(reltol = 1e-16, ndeps = c(1e-5, 1e-5)))$par
  c(q[1], exp(q[2]))
}
a4 <- c(40, 180, 320, 260, 120, 50, 20, 10)
cat('{"made by": "truncated-lognormal.oracle.R", "versions": "', R.version.string, '",\n',
  '"TV-A4": ', num(fit(seq(50, 210, 20), a4)), ',\n"noTruncation": ', num(fit(seq(50, 210, 20), a4, 0, Inf)),
  ',\n"lowerInsideABin": ', num(fit(seq(50, 210, 20), a4, 84)),
  ',\n"peakBelowTheCut": ', num(fit(c(70, 80, 90, 100, 120, 140, 180, 260, 400), c(510, 480, 395, 590, 371, 340, 140, 13), 70, Inf)),
  "}\n", file = "truncated-lognormal-r.golden.json", sep = "")
