# Golden values of hierarchical-clustering.test.ts from hclust, dist, cor and cutree.
# Run: Rscript hierarchical-clustering.oracle.R; writes the data too, for hierarchical-clustering.oracle.py.
library(jsonlite)
set.seed(11)
exact <- function(x) if (is.list(x)) lapply(x, exact) else if (is.character(x) || is.null(x)) x else I(sprintf("%.17g", x))
rows <- function(m) lapply(seq_len(nrow(m)), function(i) m[i, ])
data <- list(
  random = round(matrix(rnorm(6 * 17), 6), 2),
  clusters = round(matrix(rnorm(3 * 18), 3) + rep(c(0, 5, 10), each = 18), 2),
  ties = matrix(sample(0:2, 4 * 16, TRUE), 4),
  grid = t(expand.grid(0:2, 0:2, 0:1)) + 0,
  line = rbind(1:9, rep(0, 9), c(1:9) %% 2),
  same = rbind(c(1, 1, 1, 2, 2), c(0, 0, 0, 5, 5), c(3, 3, 3, 1, 1)),
  pair = rbind(c(1, 4), c(2, 2), c(5, 1)),
  many = round(matrix(rnorm(4 * 40), 4), 1))
methods <- c(single = "single", complete = "complete", average = "average", ward = "ward.D2")
trees <- function(d) lapply(methods, function(m) {
  h <- hclust(d, m)
  n <- length(h$order)
  list(merge = rows(h$merge), height = h$height, order = h$order,
    cut = rows(t(sapply(unique(pmin(n, c(1, 2, 3, 5))), function(k) as.numeric(cutree(h, k))))))
})
cases <- lapply(data, function(x) {
  pearson <- sapply(seq_len(ncol(x)), function(j) sd(x[, j]))
  correlated <- if (all(pearson > 0)) as.dist(1 - cor(x)) else NULL
  list(data = exact(rows(x)), euclidean = exact(c(list(distances = if (ncol(x) < 20) as.numeric(dist(t(x)))), trees(dist(t(x))))),
    pearson = if (!is.null(correlated) && ncol(x) < 20) exact(as.numeric(correlated)) else list())
})
text <- toJSON(list("made by" = "hierarchical-clustering.oracle.R", versions = paste("R", getRversion()), cases = cases),
  auto_unbox = TRUE, null = "null")
write(gsub('"(-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?)"', "\\1", text), "hierarchical-clustering-r.golden.json")
