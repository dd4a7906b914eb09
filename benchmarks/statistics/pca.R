# Principal components of a matrix of doubles with prcomp. Usage: Rscript pca.R MATRIX FEATURES SAMPLES COMPONENTS OUTPUT
# Prints the seconds of prcomp alone and the BLAS; OUTPUT: standard deviations, then scores by sample.
arguments <- commandArgs(trailingOnly = TRUE)
features <- as.integer(arguments[2])
samples <- as.integer(arguments[3])
components <- as.integer(arguments[4])
x <- matrix(readBin(arguments[1], "double", features * samples, endian = "little"), features, byrow = TRUE)
observations <- t(x)
seconds <- system.time(fit <- prcomp(observations, rank. = components))[["elapsed"]]
writeBin(c(fit$sdev[seq_len(components)], as.numeric(t(fit$x))), arguments[5], endian = "little")
cat(sprintf("%.3f %s\n", seconds, extSoftVersion()[["BLAS"]]))
