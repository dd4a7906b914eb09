# Golden values of missingness.test.ts by glm(), fisher.test(), dhyper() and the sums of Cochran's Q, on the inputs of
# missingness.golden.json. Run in this folder: Rscript missingness.oracle.R
library(jsonlite)
given <- fromJSON("missingness.golden.json", simplifyVector = TRUE)
cases <- lapply(given$cases, function(case) {
  m <- matrix(as.numeric(case$input$values), case$input$rows, case$input$columns, byrow = TRUE)
  seen <- rowSums(!is.na(m)); use <- seen > 0
  x <- rowMeans(m, na.rm = TRUE)[use]
  fit <- glm(cbind(seen[use], ncol(m) - seen[use]) ~ x, family = quasibinomial, control = list(epsilon = 1e-15, maxit = 200))
  s <- summary(fit)
  unscaled <- s$coefficients[2, 2] / sqrt(s$dispersion)
  gone <- is.na(m) * 1; k <- ncol(m)
  q <- k * (k - 1) * sum((colSums(gone) - mean(colSums(gone)))^2) / sum(rowSums(gone) * (k - rowSums(gone)))
  batches <- unlist(lapply(unique(given$batchNames), function(name) {
    own <- given$batchNames == name
    moments <- sapply(rowSums(gone), function(missing) {
      chance <- dhyper(0:sum(own), missing, k - missing, sum(own))
      centre <- sum(0:sum(own) * chance)
      c(centre, sum((0:sum(own) - centre)^2 * chance))
    })
    z <- (sum(gone[, own]) - sum(moments[1, ])) / sqrt(sum(moments[2, ]))
    c(sum(gone[, own]), sum(moments[1, ]), z, 2 * pnorm(-abs(z)))
  }))
  list(batches = batches, logistic = c(coef(fit), unscaled * sqrt(max(1, s$dispersion)), s$dispersion),
    cochran = c(q, k - 1, pchisq(q, k - 1, lower.tail = FALSE)))
})
fisher <- apply(do.call(rbind, given$fisher$table), 1, function(x) fisher.test(matrix(x, 2))$p.value)
write_json(list("made by" = "missingness.oracle.R", versions = R.version.string, cases = cases, fisher = fisher),
  "missingness-r.golden.json", digits = I(13), auto_unbox = TRUE)
