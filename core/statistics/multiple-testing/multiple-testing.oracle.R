# Golden values of multiple-testing.test.ts. Run in this folder: Rscript multiple-testing.oracle.R, then python multiple-testing.oracle.py
library(qvalue)
library(jsonlite)
set.seed(20, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
mixed <- function(n, null) round(c(runif(n * null), rbeta(n * (1 - null), 0.3, 6)), 4)
cases <- list(
  shared = c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216),
  ties = c(.01, .04, .03, .005, .5, .03, .03, 1, 1, 0, 0),
  missing = c(NA, .2, .01, NA, .01, .9, NA),
  one = .3, nothing = c(NA_real_, NA_real_),
  many = c(mixed(120, .75), NA))
adjusted <- lapply(cases, function(p) list(p = p, bh = p.adjust(p, "BH"), by = p.adjust(p, "BY"), holm = p.adjust(p, "holm")))
storey <- lapply(list(mostlyNull = mixed(160, .8), halfNull = c(mixed(120, .5), NA, .95, 1), allNull = round(runif(90), 3)), function(p) {
  one <- function(...) { r <- qvalue(p, ...); list(pi0 = r$pi0, q = r$qvalues) }
  list(p = p, smoother = one(), bootstrap = one(pi0.method = "bootstrap"),
    coarse = one(lambda = seq(0.1, 0.8, 0.1)), pi0AtLambda = pi0est(p)$pi0.lambda)
})
write_json(list(`made by` = "multiple-testing.oracle.R", versions = paste0(R.version.string, ", qvalue ", packageVersion("qvalue")),
  adjusted = adjusted, storey = storey), "multiple-testing.golden.json", digits = NA, na = "null", auto_unbox = FALSE)
