# Base R values for the rows that distributions.oracle.py sends: function, arguments. Prints one number a line.
rows <- strsplit(readLines(file("stdin")), "\t")
call <- list(
  normal.pdf = dnorm, normal.cdf = pnorm, normal.sf = function(x) pnorm(x, lower.tail = FALSE),
  normal.lower = qnorm, normal.upper = function(q) qnorm(q, lower.tail = FALSE),
  t.pdf = dt, t.cdf = pt, t.sf = function(x, a) pt(x, a, lower.tail = FALSE),
  t.lower = qt, t.upper = function(q, a) qt(q, a, lower.tail = FALSE),
  chiSquare.pdf = dchisq, chiSquare.cdf = pchisq, chiSquare.sf = function(x, a) pchisq(x, a, lower.tail = FALSE),
  chiSquare.lower = qchisq, chiSquare.upper = function(q, a) qchisq(q, a, lower.tail = FALSE),
  f.pdf = df, f.cdf = pf, f.sf = function(x, a, b) pf(x, a, b, lower.tail = FALSE),
  f.lower = qf, f.upper = function(q, a, b) qf(q, a, b, lower.tail = FALSE),
  gamma.pdf = function(x, a, s) dgamma(x, a, scale = s), gamma.cdf = function(x, a, s) pgamma(x, a, scale = s),
  gamma.sf = function(x, a, s) pgamma(x, a, scale = s, lower.tail = FALSE),
  gamma.lower = function(p, a, s) qgamma(p, a, scale = s),
  gamma.upper = function(q, a, s) qgamma(q, a, scale = s, lower.tail = FALSE),
  beta.pdf = dbeta, beta.cdf = pbeta, beta.sf = function(x, a, b) pbeta(x, a, b, lower.tail = FALSE),
  beta.lower = qbeta, beta.upper = function(q, a, b) qbeta(q, a, b, lower.tail = FALSE),
  poisson.pdf = dpois, poisson.cdf = ppois, poisson.sf = function(k, m) ppois(k, m, lower.tail = FALSE),
  poisson.lower = qpois, poisson.upper = function(q, m) qpois(q, m, lower.tail = FALSE),
  binomial.pdf = dbinom, binomial.cdf = pbinom, binomial.sf = function(k, n, p) pbinom(k, n, p, lower.tail = FALSE),
  binomial.lower = qbinom, binomial.upper = function(q, n, p) qbinom(q, n, p, lower.tail = FALSE),
  poisson.interval.lower = function(k, level) poisson.test(k, conf.level = level)$conf.int[1],
  poisson.interval.upper = function(k, level) poisson.test(k, conf.level = level)$conf.int[2],
  binomial.interval.lower = function(k, n, level) binom.test(k, n, conf.level = level)$conf.int[1],
  binomial.interval.upper = function(k, n, level) binom.test(k, n, conf.level = level)$conf.int[2]
)
cat(R.version.string, "\n", sep = "")
for (row in rows) {
  value <- suppressWarnings(do.call(call[[row[1]]], as.list(as.numeric(row[-1]))))
  cat(sprintf("%.17g", value), "\n", sep = "")
}
