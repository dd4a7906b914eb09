# Golden values of linear-algebra.test.ts from LAPACK. Run: Rscript linear-algebra.oracle.R
# Reads the matrices of linear-algebra.golden.json's script again, as R writes them; base R only.
spill <- function(n, height, rate) outer(1:n, 1:n, function(i, j)
  ifelse(i == j, 1, round(height * exp(-rate * abs(i - j)) * (1 + 0.1 * (i - j)), 6)))
square <- list(
  three = rbind(c(1, .12, .01), c(.04, 1, .15), c(0, .02, 1)),
  pivot = rbind(c(0, 2, 1), c(1e-20, 1, 3), c(4, 0, .5)),
  twelve = spill(12, .12, .8),
  hilbert = outer(1:6, 1:6, function(i, j) 1 / (i + j - 1)),
  scaled = rbind(c(1e8, 2, 3), c(4e-6, 5, 6e-9), c(7, 8e5, 10)))
oblong <- list(tall = rbind(c(1, 2), c(3, 4.5), c(5, 6), c(-7, 8)),
  wide = rbind(c(1, .5, .25, .1, 0), c(0, .2, 1, .6, .3), c(.9, .6, .2, .1, .05)))
numbers <- function(x) paste0("[", paste(formatC(x, digits = 17, format = "g"), collapse = ", "), "]")
entry <- function(name, m) sprintf('  "%s": { "inverse": %s, "singular": %s, "condition": %s }', name,
  numbers(as.vector(t(solve(m, tol = 0)))), numbers(svd(m)$d), formatC(kappa(m, exact = TRUE), digits = 17, format = "g"))
flat <- function(name, m) sprintf('  "%s": { "singular": %s }', name, numbers(svd(m)$d))
writeLines(c("{", '"made by": "linear-algebra.oracle.R",', sprintf('"versions": "R %s",', getRversion()),
  '"square": {', paste(mapply(entry, names(square), square), collapse = ",\n"), "},",
  '"oblong": {', paste(mapply(flat, names(oblong), oblong), collapse = ",\n"), "}", "}"), "linear-algebra-r.golden.json")
