# Golden values of vsn.test.ts by optim() on the same profile likelihood, without gradient formulas, on the inputs of
# vsn.golden.json. Run in this folder: Rscript vsn.oracle.R
library(jsonlite)
given <- fromJSON("vsn.golden.json", simplifyVector = FALSE)
number <- function(x) if (is.null(x)) NA_real_ else as.numeric(x)
cases <- lapply(given$cases, function(case) {
  x <- matrix(vapply(case$input$values, number, 0), case$input$rows, case$input$columns, byrow = TRUE)
  x <- x[rowSums(!is.na(x)) > 1, ]
  k <- ncol(x); unit <- apply(abs(x), 2, median, na.rm = TRUE); n <- sum(!is.na(x))
  loss <- function(p) {
    b <- exp(p[k + 1:k]) / unit
    u <- sweep(sweep(x, 2, b, "*"), 2, p[1:k], "+")
    h <- asinh(u); r <- h - rowMeans(h, na.rm = TRUE)
    n / 2 * log(sum(r^2, na.rm = TRUE)) + sum(log1p(u^2), na.rm = TRUE) / 2 - sum(colSums(!is.na(x)) * log(b))
  }
  p <- rep(0, 2 * k)
  for (round in 1:8) p <- optim(p, loss, method = "BFGS", control = list(reltol = 1e-16, maxit = 5000, ndeps = rep(1e-5, 2 * k)))$par
  list(shift = p[1:k], scale = exp(p[k + 1:k]) / unit, logLikelihood = -loss(p))
})
write_json(list("made by" = "vsn.oracle.R", versions = R.version.string, cases = cases), "vsn-r.golden.json", digits = I(15),
  auto_unbox = TRUE)
