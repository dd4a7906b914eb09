# Golden values of pca.test.ts from prcomp, lm and aov. Run: Rscript pca.oracle.R; writes the data too, for pca.oracle.py.
library(jsonlite)
set.seed(20)
exact <- function(x) if (is.list(x)) lapply(x, exact) else if (is.character(x) || is.null(x)) x else I(ifelse(is.na(x), "null", sprintf("%.17g", x)))
rows <- function(m) lapply(seq_len(nrow(m)), function(i) m[i, ])
rounded <- function(n, m, digits = 3) round(matrix(rnorm(n * m), n), digits)
factors <- rounded(12, 2) %*% rounded(2, 8) * 3
wide <- round(factors + rounded(12, 8), 3)
offset <- rounded(6, 9) + 1e6
data <- list(
  wide = wide,
  tall = t(wide)[, 1:12],
  square = rounded(5, 5),
  deficient = rounded(9, 2) %*% rounded(2, 6),
  pair = rounded(4, 2),
  offset = offset,
  one = matrix(c(3, 1, 4, 1, 5), 1),
  uneven = rbind(rounded(3, 7) * 1e4, rounded(3, 7), rounded(3, 7) * 1e-3))
fit <- function(x, scale) {
  p <- prcomp(t(x), scale. = scale)
  k <- sum(p$sdev > 1e-7 * p$sdev[1])
  list(deviations = p$sdev[seq_len(k)], scores = rows(p$x[, seq_len(k), drop = FALSE]),
    loadings = rows(p$rotation[, seq_len(k), drop = FALSE]), total = sum(apply(x, 1, function(r) if (scale) 1 else var(r))))
}
batch <- c("a", "a", "b", "b", "c", "c", "a", "b")
age <- c(31, 44, 29, 52, 38, 61, 47, 35)
ageMissing <- c(31, NA, 29, 52, 38, NA, 47, 35)
batchMissing <- c("a", "a", NA, "b", "c", "c", "a", "b")
explained <- function(x, covariate) {
  s <- prcomp(t(x))$x[, 1:3]
  lapply(1:3, function(j) {
    one <- summary(lm(s[, j] ~ covariate))
    f <- one$fstatistic
    c(one$r.squared, f[[1]], f[[2]], f[[3]], pf(f[[1]], f[[2]], f[[3]], lower.tail = FALSE), length(one$residuals))
  })
}
out <- list("made by" = "pca.oracle.R", versions = paste("R", getRversion()),
  cases = lapply(data, function(x) list(data = exact(rows(x)), plain = exact(fit(x, FALSE)), scaled = exact(fit(x, TRUE)))),
  covariates = list(batch = batch, age = exact(age), ageMissing = exact(ageMissing), batchMissing = ifelse(is.na(batchMissing), "null", batchMissing)),
  explained = list(batch = exact(explained(wide, factor(batch))), age = exact(explained(wide, age)),
    ageMissing = exact(explained(wide, ageMissing)), batchMissing = exact(explained(wide, factor(batchMissing)))))
text <- toJSON(out, auto_unbox = TRUE, null = "null")
write(gsub('"(null|-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?)"', "\\1", text), "pca-r.golden.json")
