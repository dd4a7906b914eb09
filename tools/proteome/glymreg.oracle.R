# Golden values of the GLYMREG study: lmerTest (REML, Satterthwaite) for each protein, and the same without donors by lm.
# Run in this folder, the folder of real files given: Rscript glymreg.oracle.R [data]
suppressPackageStartupMessages({ library(lmerTest); library(limma); library(jsonlite) })
data <- file.path(c(commandArgs(TRUE), Sys.getenv("VESICA_DATA", "../shared/data"))[1], "multi-assay/glymreg-exercise-ev/data")
workbook <- function(path) {
  part <- function(name, mark) {
    file <- unzip(path, name, exdir = tempfile())
    strsplit(readChar(file, file.size(file), useBytes = TRUE), mark, fixed = TRUE, useBytes = TRUE)[[1]][-1]
  }
  plain <- function(x) gsub("&amp;", "&", gsub("&lt;", "<", gsub("&gt;", ">", gsub("&apos;", "'", gsub("&quot;", "\"", gsub("<[^>]*>", "", x))))))
  strings <- plain(paste0("<", part("xl/sharedStrings.xml", "<si")))
  cells <- part("xl/worksheets/sheet1.xml", "<c ")
  at <- sub(".*?r=\"([A-Z]+)([0-9]+)\".*", "\\1 \\2", cells)
  value <- plain(paste0("<c ", cells))
  text <- grepl("t=\"s\"", sub(">.*", "", cells))
  value[text] <- strings[as.integer(value[text]) + 1]
  column <- match(sub(" .*", "", at), LETTERS)
  row <- as.integer(sub(".* ", "", at))
  out <- matrix(NA_character_, max(row), max(column))
  out[cbind(row, column)] <- value
  structure(as.data.frame(out[-1, ]), names = out[1, ])
}
long <- workbook(file.path(data, "long_df_protein.xlsx"))
people <- workbook(file.path(data, "bodymetrics.xlsx"))
stopifnot(all(tolower(people$sex[match(long$ID, people$Subject_ID)]) == long$Group))
long$y <- log2(as.numeric(long$Value))
proteins <- unique(long$Molecule)
quietly <- function(x) suppressMessages(suppressWarnings(x))
mixed <- function(side, form, rows) do.call(rbind, lapply(proteins, function(protein) {
  d <- long[rows & long$Molecule == protein, ]
  d$side <- as.numeric(side(d))
  fit <- quietly(lmer(update(form, y ~ . + (1 | ID)), d, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10),
    check.conv.singular = "ignore")))
  s <- quietly(summary(fit)$coefficients["side", ])
  alone <- summary(lm(update(form, y ~ .), d))$coefficients["side", ]
  v <- as.data.frame(VarCorr(fit))$vcov
  order <- d[order(d$side, d$ID), ]
  paired <- if (nrow(d) == 40) t.test(order$y[21:40] - order$y[1:20])$p.value else NA
  data.frame(paired = paired, change = s[[1]], se = s[[2]], df = s[[3]], t = s[[4]], p = s[[5]], between = v[1] / sum(v), independent = alone[[4]])
}))
moderated <- function(side, form, rows) {
  d <- long[rows & long$Molecule == proteins[1], ]
  y <- t(sapply(proteins, function(protein) long$y[rows & long$Molecule == protein][match(paste(d$ID, d$time), paste(long$ID, long$time)[rows & long$Molecule == protein])]))
  d$side <- as.numeric(side(d))
  sum(p.adjust(eBayes(lmFit(y, model.matrix(form, d)))$p.value[, "side"], "BH") < 0.05)
}
answer <- function(side, form, rows) {
  t <- mixed(side, form, rows)
  q <- p.adjust(t$p, "BH")
  alone <- p.adjust(t$independent, "BH")
  reach <- qt(0.975, t$df) * t$se
  list(tested = nrow(t), significant = sum(q < 0.05), smallestQ = min(q), below05 = sum(t$p < 0.05), singular = sum(t$between < 1e-8),
    medianBetween = median(t$between),
    independent = list(significant = sum(alone < 0.05), shared = sum(alone < 0.05 & q < 0.05), smallestQ = min(alone), below05 = sum(t$independent < 0.05),
      moderated = moderated(side, form, rows)),
    rows = lapply(order(t$p)[1:20], function(i) list(feature = proteins[i], log2FoldChange = t$change[i], lower = t$change[i] - reach[i],
      upper = t$change[i] + reach[i], statistic = t$t[i], df = t$df[i], p = t$p[i], q = q[i], between = t$between[i], paired = t$paired[i])))
}
later <- function(time) answer(function(d) d$time == time, ~ side, long$time %in% c("time1", time))
write(toJSON(list(
  versions = paste(R.version.string, "lme4", packageVersion("lme4"), "lmerTest", packageVersion("lmerTest"), "limma", packageVersion("limma")),
  contrasts = list("time2 / time1" = later("time2"), "time3 / time1" = later("time3"), "time4 / time1" = later("time4"),
    "female / male, all times" = answer(function(d) d$Group == "female", ~ side + time, rep(TRUE, nrow(long))))
), digits = I(15), auto_unbox = TRUE), "glymreg.golden.json")
