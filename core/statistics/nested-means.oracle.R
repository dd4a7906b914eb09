# A second opinion on nested-means.golden.json: aov() with Error strata for sums of squares, expected mean squares of the
# unbalanced two-stage nested design from its textbook formulas (Sahai and Ojeda 2005, ch. 6), t.test() of donor means.
# Run in this folder: Rscript nested-means.oracle.R
num <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
y <- c(42.1, 45.3, 39.8, 50.2, 48.9, 61.0, 63.5, 55.1, 54.2, 57.7, 59.9, 38.2, 36.0, 41.4, 47.7)
donor <- factor(c(rep("A", 5), rep("B", 6), rep("C", 3), "D"))
prep <- factor(c("A1", "A1", "A1", "A2", "A2", "B1", "B1", "B2", "B2", "B2", "B3", "C1", "C1", "C2", "D1"))
ms <- function(fit) unlist(lapply(summary(fit), function(s) s[[1]][["Mean Sq"]]))
table <- anova(lm(y ~ donor + donor:prep))
mean.squares <- table[["Mean Sq"]]
n <- length(y)
ni <- tapply(y, donor, length)
nij <- tapply(y, prep, length)
of <- donor[match(names(nij), prep)]
a <- length(ni)
b <- length(nij)
within <- sum(tapply(nij^2, of, sum) / ni)
k1 <- (n - within) / (b - a)
k2 <- (within - sum(nij^2) / n) / (a - 1)
k3 <- (n - sum(ni^2) / n) / (a - 1)
e <- mean.squares[3]
p <- (mean.squares[2] - e) / k1
d <- (mean.squares[1] - e - k2 * p) / k3
means <- tapply(tapply(y, prep, mean), of, mean)
# balanced: three donors, two preparations, two dilutions, three captures
golden <- readLines("nested-means.golden.json")
text <- paste(golden, collapse = "")
block <- sub('.*"balanced"', "", text)
values <- as.numeric(strsplit(sub('.*?"values": \\[([^]]*)\\].*', "\\1", block, perl = TRUE), ",")[[1]])
f <- expand.grid(capture = 1:3, dilution = factor(1:2), preparation = factor(1:2), donor = factor(1:3))
f$y <- values
strata <- ms(aov(y ~ 1 + Error(donor / preparation / dilution), f))
balanced <- c((strata[1] - strata[2]) / 12, (strata[2] - strata[3]) / 6, (strata[3] - strata[4]) / 3, strata[4])
interval <- t.test(tapply(values, f$donor, mean))
cat('{"made by": "nested-means.oracle.R", "versions": "', R.version.string, '",\n',
  '"unbalanced": {"components": ', num(c(d, p, e)), ', "mean": ', num(mean(means)), ', "se": ', num(sd(means) / 2),
  '},\n"balanced": {"components": ', num(balanced), ', "mean": ', num(interval$estimate), ', "interval": ',
  num(interval$conf.int), "}}\n", file = "nested-means-r.golden.json", sep = "")
