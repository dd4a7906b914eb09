# Golden values of the BV2 study: limma 3.68.5, each treatment against Control with the batch as covariate.
# Run in this folder, the folder of real files given: Rscript bv2.oracle.R [data]
suppressPackageStartupMessages({ library(limma); library(jsonlite) })
data <- file.path(c(commandArgs(TRUE), Sys.getenv("VESICA_DATA", "../shared/data"))[1],
  "multi-assay/bv2-microglia-ev/BV2_Juliet_EV_Proteome_Analysis/New_Norm_Data_Exosome_Regressed_Outputs/Main Files")
table <- read.csv(file.path(data, "BV2 exosome perseus output normalized_9.15.22.csv"), check.names = FALSE, colClasses = "character")
table <- table[!grepl("^#!", table[[1]]), ]
y <- matrix(as.numeric(as.matrix(table[, 1:16])), ncol = 16, dimnames = list(table$`Protein IDs`, colnames(table)[1:16]))
contaminant <- grepl("(^|;)CON__", table$`Majority protein IDs`)
sheet <- read.csv(file.path(data, "Sample manifests.csv"), fileEncoding = "UTF-8-BOM", check.names = FALSE)
treatment <- ifelse(grepl("control", colnames(y)), "Control", sub(".*\\+ (TGFB|IL10|LPS).*", "\\1", colnames(y)))
batch <- sub(".*\\((\\d)\\).*", "\\1", colnames(y))
stopifnot(treatment == sheet$Treatment, batch == sheet$Batch)
fit <- function(one, adjusted = TRUE) {
  used <- treatment %in% c(one, "Control")
  side <- as.numeric(treatment[used] == one)
  design <- if (adjusted) model.matrix(~ side + batch[used]) else model.matrix(~ side)
  eBayes(lmFit(y[!contaminant, used], design))
}
answer <- function(one) {
  f <- fit(one)
  t <- topTable(f, coef = "side", number = Inf, sort.by = "none", confint = TRUE)
  used <- treatment %in% c(one, "Control")
  auc <- apply(y[!contaminant, used], 1, function(v) {
    a <- v[treatment[used] == one]; b <- v[treatment[used] == "Control"]
    mean(outer(a, b, ">") + 0.5 * outer(a, b, "=="))
  })
  first <- order(t$P.Value)[1:20]
  without <- topTable(fit(one, FALSE), coef = "side", number = Inf, sort.by = "none")
  list(tested = nrow(t), significant = sum(t$adj.P.Val < 0.05), smallestQ = min(t$adj.P.Val), below05 = sum(t$P.Value < 0.05),
    priorDf = f$df.prior, withoutBatch = sum(without$adj.P.Val < 0.05), smallestQWithoutBatch = min(without$adj.P.Val),
    rows = lapply(first, function(i) list(feature = rownames(y)[!contaminant][i], log2FoldChange = t$logFC[i], lower = t$CI.L[i], upper = t$CI.R[i],
      statistic = t$t[i], p = t$P.Value[i], q = t$adj.P.Val[i], logOdds = t$B[i], auc = auc[[i]])))
}
whole <- local({
  f <- factor(treatment, c("Control", "LPS", "IL10", "TGFB"))
  t <- eBayes(lmFit(y[!contaminant, ], model.matrix(~ f + batch)))
  apply(t$p.value[, 2:4], 2, function(p) sum(p.adjust(p, "BH") < 0.05))
})
write(toJSON(list(
  versions = paste(R.version.string, "limma", packageVersion("limma")),
  missing = sum(is.na(y)), contaminants = sum(contaminant), sd = apply(y, 2, sd), centre = apply(y, 2, median),
  wholeModel = as.list(whole),
  contrasts = list("LPS / Control" = answer("LPS"), "IL10 / Control" = answer("IL10"), "TGFB / Control" = answer("TGFB"))
), digits = I(15), auto_unbox = TRUE), "bv2.golden.json")
