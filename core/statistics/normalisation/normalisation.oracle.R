# Golden values of the tests of normalisation by limma, preprocessCore and lowess(), on the inputs of
# normalisation.golden.json. Run in this folder: Rscript normalisation.oracle.R
suppressMessages({ library(limma); library(jsonlite) })
preprocess <- requireNamespace("preprocessCore", quietly = TRUE)
given <- fromJSON("normalisation.golden.json", simplifyVector = TRUE)
matrixOf <- function(m) matrix(as.numeric(m$values), m$rows, m$columns, byrow = TRUE)
plain <- function(m) signif(as.vector(t(m)), 13)
cases <- lapply(given$cases, function(case) {
  m <- matrixOf(case$input)
  out <- list(median = plain(sweep(m, 2, { s <- apply(m, 2, median, na.rm = TRUE); s - mean(s) })),
    quantile = plain(normalizeQuantiles(m, ties = TRUE)))
  if (nrow(m) >= 30) {
    out$cyclicLoess <- plain(normalizeCyclicLoess(m, method = "fast", span = 0.7, adaptive.span = FALSE))
    if (nrow(m) > 50) out$adaptiveLoess <- plain(normalizeCyclicLoess(m, method = "fast", adaptive.span = TRUE))
  }
  if (preprocess && !anyNA(m)) out$preprocessCore <- plain(preprocessCore::normalize.quantiles(m))
  out
})
curves <- given$lowess
fits <- lapply(seq_len(nrow(curves)), function(i) lowess(curves$x[[i]], curves$y[[i]], f = curves$span[i],
  iter = curves$rounds[i], delta = curves$delta[i])$y)
versions <- paste0(R.version.string, ", limma ", packageVersion("limma"),
  if (preprocess) paste0(", preprocessCore ", packageVersion("preprocessCore")))
write_json(list("made by" = "normalisation.oracle.R", versions = versions, cases = cases, lowess = fits),
  "normalisation-r.golden.json", digits = I(13), auto_unbox = TRUE, na = "null")
