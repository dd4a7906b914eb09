# Rscript peer.R data.bin features samples coefficients rounds t.bin: limma's lmFit and eBayes, rounds times in one process.
arguments <- commandArgs(TRUE)
features <- as.integer(arguments[2]); samples <- as.integer(arguments[3]); coefficients <- as.integer(arguments[4])
suppressWarnings(suppressPackageStartupMessages(library(limma)))
input <- file(arguments[1], "rb")
design <- matrix(readBin(input, "double", samples * coefficients), samples, byrow = TRUE)
y <- matrix(readBin(input, "double", features * samples), features, byrow = TRUE)
close(input)
seconds <- numeric(0)
for (round in seq_len(as.integer(arguments[5]))) {
  start <- proc.time()[["elapsed"]]
  fit <- eBayes(lmFit(y, design))
  seconds <- c(seconds, proc.time()[["elapsed"]] - start)
}
if (length(arguments) > 5) {
  out <- file(arguments[6], "wb")
  writeBin(as.vector(t(fit$t)), out)
  writeBin(as.vector(t(fit$p.value)), out)
  writeBin(as.vector(t(fit$lods)), out)
  close(out)
}
cat(as.character(packageVersion("limma")), median(seconds), "\n")
