# A second opinion on currie.golden.json by uniroot(). Run in this folder: Rscript currie.oracle.R
num <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
limits <- function(blank, known, alpha, beta, r) {
  v <- if (known) r * blank else r * blank + r^2 * blank
  lc <- qnorm(alpha, lower.tail = FALSE) * sqrt(v)
  ld <- uniroot(function(net) net - lc - qnorm(beta, lower.tail = FALSE) * sqrt(v + net), lc + c(0, 1000), tol = 1e-13)$root
  num(c(lc, ld))
}
cat('{"made by": "currie.oracle.R", "versions": "', R.version.string, '",\n"limits": [', paste(c(
  limits(12, FALSE, 0.05, 0.05, 1), limits(12, TRUE, 0.05, 0.05, 1), limits(40, FALSE, 0.01, 0.1, 0.25),
  limits(250, TRUE, 0.001, 0.05, 3), limits(30, FALSE, 0.05, 0.2, 2)), collapse = ", "), "]}\n",
  file = "currie-r.golden.json", sep = "")
