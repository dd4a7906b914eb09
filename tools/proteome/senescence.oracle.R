# limma on vesicle preparations of RAS-senescent and control fibroblasts (MS1 of the senescence study), log2 as printed.
# Rscript tools/proteome/senescence.oracle.R DATA > tools/proteome/senescence.golden.json
library(limma)
library(jsonlite)

path <- file.path(commandArgs(TRUE)[1], "proteomics/senescence-ev-sec-fractions/MS1/MS1.csv")
table <- read.csv(path, check.names = FALSE, fileEncoding = "UTF-8-BOM")
y <- as.matrix(table[, c("ctrl_1", "ctrl_2", "ctrl_3", "ras1_1", "ras1_2", "ras1_3")])
fit <- eBayes(lmFit(y, cbind(1, rep(0:1, each = 3))))
p <- fit$p.value[, 2]
q <- p.adjust(p, "BH")
order <- head(order(p), 20)
cat(toJSON(list(
  versions = list(R = as.character(getRversion()), limma = as.character(packageVersion("limma"))),
  tested = nrow(y), missing = sum(is.na(y)), significant = sum(q < 0.05),
  up = sum(q < 0.05 & fit$coefficients[, 2] > 0),
  first = data.frame(
    feature = table[["T: Majority protein IDs"]][order], gene = table[["T: Gene names"]][order],
    log2FoldChange = unname(fit$coefficients[order, 2]), p = p[order], q = q[order]
  )
), auto_unbox = TRUE, digits = NA))
