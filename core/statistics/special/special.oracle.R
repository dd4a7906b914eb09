# Base R values for the rows that special.oracle.py sends: function, arguments. Prints one number a line.
rows <- strsplit(readLines(file("stdin")), "\t")
call <- list(
  logGamma = lgamma, logGammaOnePlus = function(z) lgamma(1 + z), logBeta = lbeta,
  stirlingError = function(x) lgamma(x) - ((x - 0.5) * log(x) - x + log(2 * pi) / 2),
  logGammaIncrement = function(x, step) lgamma(x + step) - lgamma(x),
  log1pMinusX = function(x) log1p(x) - x, halfDeviance = function(x, m) x * log(x / m) + m - x,
  erf = function(x) pgamma(x^2, 0.5) * sign(x), erfc = function(x) 2 * pnorm(-x * sqrt(2)),
  erfcx = function(x) 2 * exp(pnorm(-x * sqrt(2), log.p = TRUE) + x^2),
  logGammaP = function(a, x) pgamma(x, a, log.p = TRUE),
  logGammaQ = function(a, x) pgamma(x, a, lower.tail = FALSE, log.p = TRUE),
  logBetaI = function(a, b, x) pbeta(x, a, b, log.p = TRUE),
  logBetaIUpper = function(a, b, x) pbeta(x, a, b, lower.tail = FALSE, log.p = TRUE)
)
cat(R.version.string, "\n", sep = "")
for (row in rows) {
  value <- suppressWarnings(do.call(call[[row[1]]], as.list(as.numeric(row[-1]))))
  cat(sprintf("%.17g", value), "\n", sep = "")
}
