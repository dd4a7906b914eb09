# Golden values of the tests of imputation by impute::impute.knn, and by lm(), quantile() and sd() for the parameters
# of what is drawn, on the inputs of imputation.golden.json.
# Rows over the limit are left out: this version of the package fills them with zeros. Run in this folder:
# Rscript imputation.oracle.R
suppressMessages({ library(impute); library(jsonlite) })
given <- fromJSON("imputation.golden.json", simplifyVector = FALSE)
number <- function(x) if (is.null(x)) NA_real_ else as.numeric(x)
impute <- function(case) {
  m <- matrix(vapply(case$input$values, number, 0), case$input$rows, case$input$columns, byrow = TRUE)
  keep <- rowMeans(is.na(m)) <= 0.5
  m[keep, ] <- impute.knn(m[keep, ], k = case$k, rowmax = 0.5, colmax = 0.99, rng.seed = 1)$data
  signif(as.vector(t(m)), 13)
}
censored <- matrix(vapply(given$censored$values, number, 0), given$censored$rows, given$censored$columns, byrow = TRUE)
sds <- apply(censored, 2, sd, na.rm = TRUE)
down <- lapply(given$downShifted, function(x) list(mean = colMeans(censored, na.rm = TRUE) - x$shift * sds, sd = x$width * sds))
often <- rowSums(!is.na(censored)) > max(1, ncol(censored) / 2)
least <- lapply(given$minProb, function(x) list(mean = apply(censored, 2, quantile, x$q, na.rm = TRUE, names = FALSE),
  sd = x$tune * median(apply(censored[often, ], 1, sd, na.rm = TRUE))))
lines <- lapply(given$qrilc, function(x) apply(censored, 2, function(column) {
  gone <- mean(is.na(column))
  normal <- qnorm(seq(gone + 0.001, 0.991, length.out = 100))
  fit <- unname(coef(lm(quantile(column, 0.001 + 0:99 / 100, na.rm = TRUE) ~ normal)))
  c(fit[1], x$tune * fit[2], qnorm(gone + 0.001, fit[1], fit[2]))
}))
write_json(list("made by" = "imputation.oracle.R",
  versions = paste0(R.version.string, ", impute ", packageVersion("impute")),
  nearest = lapply(given$nearest, lapply, impute), downShifted = down, minProb = least, qrilc = lines), "imputation-r.golden.json", digits = I(13), auto_unbox = TRUE, na = "null")
