# Golden values of permutation.test.ts. Run in this folder: Rscript permutation.oracle.R, then python permutation.oracle.py
library(jsonlite)
set.seed(51, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
draw <- function(rows, first, shift) {
  m <- matrix(round(rnorm(rows * length(first), 10), 3), rows)
  m + outer(shift, first == 1)
}
half <- rep(1:0, 4)
uneven <- c(1, 0, 0, 1, 0, 255, 0, 1, 0)
plain <- draw(6, half, c(2, 0, 1, 0.5, 0, 3))
gaps <- draw(6, uneven, c(3, 0, 1, 0, 2, 0))
gaps[2, c(1, 4)] <- NA
gaps[3, c(3, 9)] <- NA
gaps[4, ] <- 7
gaps[5, ] <- round(gaps[5, ])
gaps[6, c(1, 4, 8)] <- NA
paired <- c(1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0)
blocks <- c(0, 0, 0, 1, 1, 1, 1, 2, 2, 2)
inBlocks <- c(1, 0, 0, 1, 1, 0, 0, 0, 1, 0)
designs <- list(plain = list(data = plain, first = half, blocks = rep(0, 8)), gaps = list(data = gaps, first = uneven, blocks = rep(0, 9)),
  paired = list(data = draw(5, paired, c(1.5, 0, 1, 0, 4)), first = paired, blocks = rep(0:5, each = 2)),
  blocks = list(data = draw(4, inBlocks, c(2, 0, 1, 3)), first = inBlocks, blocks = blocks))
value <- function(row, first, kind) {
  x <- row[first == 1 & !is.na(row)]; y <- row[first == 0 & !is.na(row)]
  if (length(x) == 0 || length(y) == 0) return(NA)
  if (kind == "mean-difference") return(mean(x) - mean(y))
  if (length(unique(c(x, y))) < 2) return(NA)
  tryCatch(unname(t.test(x, y, var.equal = kind == "student")$statistic), error = function(e) NA)
}
ways <- function(first, blocks) {
  all <- list(first)
  for (b in unique(blocks)) {
    at <- which(blocks == b & first != 255)
    if (length(at) == 0) next
    picks <- combn(length(at), sum(first[at] == 1), simplify = FALSE)
    all <- unlist(lapply(all, function(f) lapply(picks, function(p) { f[at] <- 0; f[at[p]] <- 1; f })), recursive = FALSE)
  }
  all
}
tested <- function(d, kind) {
  at <- function(first) apply(d$data, 1, value, first = first, kind = kind)
  observed <- at(d$first)
  null <- abs(sapply(ways(d$first, d$blocks), at))
  null[is.na(null)] <- Inf
  bar <- abs(observed) - 1e-9
  order <- order(-abs(observed), na.last = NA)
  p <- rep(NA, length(observed)); pMaxT <- p
  greatest <- 0
  for (k in seq_along(order)) {
    p[order[k]] <- mean(null[order[k], ] >= bar[order[k]])
    greatest <- max(greatest, mean(apply(null[order[k:length(order)], , drop = FALSE], 2, max) >= bar[order[k]]))
    pMaxT[order[k]] <- greatest
  }
  list(arrangements = ncol(null), statistic = observed, p = p, pMaxT = pMaxT)
}
kinds <- c("mean-difference", "student", "welch")
write_json(list(`made by` = "permutation.oracle.R", versions = R.version.string,
  designs = lapply(designs, function(d) c(d, sapply(kinds, function(k) tested(d, k), simplify = FALSE)))),
  "permutation.golden.json", digits = NA, na = "string")
