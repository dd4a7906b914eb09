# The same reduction in base R, as tidyNano does it: read each NanoSight summary export, reshape the distribution to
# long form, summarise every bin over the captures (N, mean, SD, SE), and give mean, SD, mode, D10, D50, D90 and
# concentration of every capture and their average.
# Usage: Rscript peer.R FOLDER OUTPUT.csv
arguments <- commandArgs(trailingOnly = TRUE)
files <- sort(list.files(arguments[1], pattern = "ExperimentSummary\\.csv$", full.names = TRUE))

# What tidyNano's nanolyze gives for each bin over the technical repeats.
summarise <- function(x) {
  n <- length(na.omit(x))
  c(N = n, mean = mean(x, na.rm = TRUE), sd = sd(x, na.rm = TRUE), se = sd(x, na.rm = TRUE) / sqrt(n))
}

reduce <- function(path) {
  lines <- readLines(path, encoding = "latin1", warn = FALSE)
  videos <- strsplit(sub(",+$", "", lines[startsWith(lines, "Filename:")][1]), ",")[[1]][-1]
  start <- which(startsWith(lines, "Bin centre"))[1]
  rest <- lines[(start + 1):length(lines)]
  stop <- which(!grepl("^[0-9]", rest))[1]
  if (is.na(stop)) stop <- length(rest) + 1
  wide <- read.csv(text = rest[seq_len(stop - 1)], header = FALSE)[, seq_len(length(videos) + 1)]
  names(wide) <- c("centre", paste0("capture", seq_along(videos)))
  long <- reshape(wide, direction = "long", varying = names(wide)[-1], v.names = "value", timevar = "capture", idvar = "centre")
  by_bin <- aggregate(value ~ centre, data = long, FUN = summarise)
  by_capture <- do.call(rbind, lapply(split(long$value, long$capture), function(weight) {
    centre <- wide$centre
    total <- sum(weight)
    mean_size <- sum(centre * weight) / total
    edges <- c(centre[1] - 0.5, centre + 0.5)
    quantiles <- approx(c(0, cumsum(weight)) / total, edges, xout = c(0.1, 0.5, 0.9), ties = min)$y
    data.frame(
      concentration = total, mean = mean_size, sd = sqrt(sum(weight * (centre - mean_size)^2) / total),
      mode = centre[which.max(weight)], d10 = quantiles[1], d50 = quantiles[2], d90 = quantiles[3]
    )
  }))
  cbind(file = basename(path), as.data.frame(t(colMeans(by_capture))), peak = by_bin$centre[which.max(by_bin$value[, "mean"])])
}

write.csv(do.call(rbind, lapply(files, reduce)), arguments[2], row.names = FALSE)
