# Golden values of quantification.test.ts by lm(): pairs of samples as rows, a set of connected samples at a time, on the
# inputs of quantification.golden.json. Run in this folder: Rscript quantification.oracle.R
library(jsonlite)
given <- fromJSON("quantification.golden.json", simplifyVector = TRUE)
m <- matrix(as.numeric(given$peptides$values), given$peptides$rows, given$peptides$columns, byrow = TRUE)
profile <- function(x, least, level) {
  n <- ncol(x); out <- rep(NA_real_, n)
  pairs <- t(combn(n, 2))
  ratio <- apply(pairs, 1, function(p) { d <- na.omit(x[, p[1]] - x[, p[2]]); if (length(d) >= least) median(d) else NA })
  pairs <- pairs[!is.na(ratio), , drop = FALSE]; ratio <- ratio[!is.na(ratio)]
  label <- seq_len(n)
  repeat {
    before <- label
    for (i in seq_along(ratio)) label[pairs[i, ]] <- min(label[pairs[i, ]])
    if (identical(before, label)) break
  }
  for (own in split(seq_len(n), label)) if (length(own) > 1) {
    use <- pairs[, 1] %in% own
    design <- matrix(0, sum(use), n)
    design[cbind(seq_len(sum(use)), pairs[use, 1])] <- 1
    design[cbind(seq_len(sum(use)), pairs[use, 2])] <- -1
    y <- coef(lm(ratio[use] ~ 0 + design[, own[-1]]))
    y <- c(0, y); seen <- x[, own]
    out[own] <- y + if (level == "total") log2(sum(2^seen, na.rm = TRUE)) - log2(sum(2^y)) else mean(seen, na.rm = TRUE) - mean(y)
  }
  out
}
cases <- lapply(seq_len(nrow(given$maxLfq)), function(i) signif(unlist(lapply(0:12, function(g)
  profile(m[given$groups == g, , drop = FALSE], given$maxLfq$leastShared[i], given$maxLfq$level[i]))), 13))
write_json(list("made by" = "quantification.oracle.R", versions = R.version.string, maxLfq = cases),
  "quantification-r.golden.json", digits = I(13), auto_unbox = TRUE, na = "null")
