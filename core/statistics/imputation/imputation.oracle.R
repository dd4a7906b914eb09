# Golden values of the tests of nearest neighbours by impute::impute.knn, on the inputs of imputation.golden.json.
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
write_json(list("made by" = "imputation.oracle.R",
  versions = paste0(R.version.string, ", impute ", packageVersion("impute")),
  nearest = lapply(given$nearest, lapply, impute)), "imputation-r.golden.json", digits = I(13), auto_unbox = TRUE, na = "null")
