# limma on the LFQ intensities of MDA-MB-231 and MCF10A vesicle preparations (PRIDE PXD012162): technical
# runs averaged on the log2 scale, runs taken for replicates, and values imputed below.
# Rscript tools/proteome/maxquant.oracle.R DATA > tools/proteome/maxquant.golden.json
library(limma)
library(jsonlite)

folder <- commandArgs(TRUE)[1]
table <- read.csv(
  file.path(folder, "proteomics/mda-mcf10-exosome-maxquant/filtered_protein_groups.csv"),
  check.names = FALSE, quote = "\""
)
lfq <- as.matrix(table[, grep("^LFQ intensity ", names(table))])
lfq[lfq == 0] <- NA
runs <- log2(lfq)
rownames(runs) <- table[["Protein IDs"]]
colnames(runs) <- sub("^LFQ intensity [0-9]+_", "", colnames(runs))
culture <- sub("_[AB]$", "", colnames(runs))
averaged <- sapply(unique(culture), function(one) rowMeans(runs[, culture == one], na.rm = TRUE))
averaged[is.nan(averaged)] <- NA

# without imputation both sides need two values, with it one
compared <- function(y, measured = NULL) {
  second <- grepl("^MDA", colnames(y))
  enough <- function(of, side) rowSums(!is.na(of[, side])) >= 2
  keep <- if (is.null(measured)) enough(y, second) & enough(y, !second)
  else enough(measured, second) | enough(measured, !second)
  y <- y[keep, ]
  design <- cbind(1, as.numeric(second))
  fit <- eBayes(lmFit(y, design))
  p <- fit$p.value[, 2]
  q <- p.adjust(p, "BH")
  auc <- apply(y, 1, function(row) {
    a <- row[second & !is.na(row)]
    b <- row[!second & !is.na(row)]
    mean(outer(a, b, ">") + 0.5 * outer(a, b, "=="))
  })
  order <- head(order(p, -abs(fit$coefficients[, 2])), 20)
  list(
    tested = sum(keep), significant = sum(q < 0.05), up = sum(q < 0.05 & fit$coefficients[, 2] > 0),
    first = data.frame(
      feature = rownames(y)[order], log2FoldChange = unname(fit$coefficients[order, 2]),
      t = unname(fit$t[order, 2]), df = unname(fit$df.total[order]), p = unname(p[order]),
      q = unname(q[order]), auc = unname(auc[order])
    )
  )
}

# Perseus' way: a normal 1.8 SD below the mean of each sample, of 0.3 of its SD
imputed <- function(seed) {
  set.seed(seed)
  apply(averaged, 2, function(one) {
    lacks <- is.na(one)
    one[lacks] <- rnorm(sum(lacks), mean(one, na.rm = TRUE) - 1.8 * sd(one, na.rm = TRUE), 0.3 * sd(one, na.rm = TRUE))
    one
  })
}
below <- t(sapply(1:40, function(seed) unlist(compared(imputed(seed), measured = averaged)[c("tested", "significant")])))

side <- grepl("^MDA", colnames(averaged))
seen <- cbind(rowSums(!is.na(averaged[, side])), rowSums(!is.na(averaged[, !side])))
cat(toJSON(list(
  versions = list(R = as.character(getRversion()), limma = as.character(packageVersion("limma"))),
  averaged = compared(averaged),
  runs = compared(runs),
  imputed = list(tested = range(below[, 1]), significant = range(below[, 2])),
  missing = list(overall = mean(is.na(averaged)), complete = sum(rowSums(seen) == 6), never = sum(rowSums(seen) == 0)),
  onlyIn = list(MDA = sum(seen[, 1] >= 2 & seen[, 2] == 0), MCF10A = sum(seen[, 2] >= 2 & seen[, 1] == 0))
), auto_unbox = TRUE, digits = NA))
