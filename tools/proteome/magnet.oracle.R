# Golden values of the Mag-Net study: Wilcoxon-Mann-Whitney by R, areas and DeLong's limits by pROC.
# Run where `data` is the folder of real files: Rscript magnet.oracle.R [data]
suppressPackageStartupMessages({ library(pROC); library(jsonlite) })
data <- file.path(c(commandArgs(TRUE), Sys.getenv("VESICA_DATA", "../shared/data"))[1], "multi-assay/mag-net-plasma-ev")
y <- as.matrix(read.csv(file.path(data, "20241213-particlesADPD_pilot-batchadj-Prot.csv"), row.names = 1, check.names = FALSE))
sheet <- read.csv(file.path(data, "TPAD HC_AD_PDD_PD-noMCI Plasma - Metadata.csv"), check.names = FALSE)
sheet <- sheet[match(colnames(y), sheet$SampleID), ]
tests <- function(one, two, exact = FALSE) {
  p <- suppressWarnings(apply(y, 1, function(v) {
    a <- v[one][!is.na(v[one])]; b <- v[two][!is.na(v[two])]
    if (length(a) < 2 || length(b) < 2) NA else wilcox.test(a, b, exact = exact, correct = TRUE)$p.value
  }))
  list(p = p, q = p.adjust(p, "BH"))
}
ad <- sheet$Condition == "AD"
rest <- !ad & sheet$Condition != ""
all <- tests(ad, rest)
clinic <- tests(sheet$Cohort == "Kerchner", sheet$Cohort == "Poston")
tube <- tests(sheet$`Tube Type` == "Clear", sheet$`Tube Type` == "Colored")
one <- tests(ad, sheet$Condition == "HC" & sheet$Cohort == "Kerchner")
found <- which(all$q < 0.05)
shift <- suppressWarnings(apply(y, 1, function(v) median(outer(na.omit(v[ad]), na.omit(v[rest]), "-"))))
first <- order(all$p, -abs(shift))[1:20]
rows <- lapply(first, function(i) {
  r <- roc(response = ad[!is.na(y[i, ])], predictor = y[i, !is.na(y[i, ])], levels = c(FALSE, TRUE), direction = "<", quiet = TRUE)
  limits <- as.numeric(ci.auc(r, method = "delong"))
  list(feature = rownames(y)[i], log2FoldChange = shift[[i]], p = all$p[[i]], q = all$q[[i]], auc = as.numeric(auc(r)),
    variance = var(r, method = "delong"), delong = limits[c(1, 3)])
})
counts <- function(t) list(tested = sum(!is.na(t$p)), significant = sum(t$q < 0.05, na.rm = TRUE), smallestQ = min(t$q, na.rm = TRUE))
write(toJSON(list(
  versions = paste(R.version.string, "pROC", packageVersion("pROC")),
  adAgainstRest = c(counts(all), list(rows = rows)),
  exact = counts(tests(ad, rest, TRUE)),
  clinic = c(counts(clinic), list(shared = length(intersect(found, which(clinic$q < 0.05))))),
  tube = c(counts(tube), list(shared = length(intersect(found, which(tube$q < 0.05))))),
  oneClinic = counts(one)
), digits = I(15), auto_unbox = TRUE), "magnet.golden.json")
