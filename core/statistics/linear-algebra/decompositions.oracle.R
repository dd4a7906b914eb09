# Golden values of decompositions.test.ts from LINPACK and LAPACK. Run after decompositions.oracle.py:
# Rscript decompositions.oracle.R
library(jsonlite)
matrices <- fromJSON("decompositions.golden.json", simplifyVector = TRUE, simplifyMatrix = TRUE)
as_rows <- function(m) lapply(seq_len(nrow(m)), function(i) I(as.numeric(m[i, ])))
general <- lapply(matrices$general, function(one) {
  m <- as.matrix(one$matrix)
  limited <- qr(m)
  greatest <- qr(m, LAPACK = TRUE)
  b <- ((seq_len(nrow(m)) - 1)^2 + 1) / 4
  list(rank = limited$rank, order = I(limited$pivot - 1L), diagonal = I(abs(diag(as.matrix(qr.R(limited))))),
    upper = as_rows(abs(qr.R(limited))), effects = I(as.numeric(abs(qr.qty(limited, b)))), coefficients = I(as.numeric(qr.coef(limited, b))),
    greatestOrder = I(greatest$pivot - 1L), greatestDiagonal = I(abs(diag(as.matrix(qr.R(greatest))))),
    singular = I(svd(m)$d))
})
symmetric <- lapply(matrices$symmetric, function(one) {
  m <- as.matrix(one$matrix)
  lower <- tryCatch(as_rows(t(chol(m))), error = function(e) NULL)
  list(values = I(eigen(m, symmetric = TRUE)$values), lower = lower)
})
exact <- function(x) if (is.list(x)) lapply(x, exact) else if (is.character(x) || is.null(x)) x else I(ifelse(is.na(x), "null", sprintf("%.17g", x)))
text <- toJSON(list("made by" = "decompositions.oracle.R", versions = paste("R", getRversion(), "LAPACK", La_version()),
  general = exact(general), symmetric = exact(symmetric)), auto_unbox = TRUE, null = "null")
write(gsub('"(null|-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?)"', "\\1", text), "decompositions-r.golden.json")
