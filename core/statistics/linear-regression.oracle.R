# Golden values of linear-regression.test.ts and straight-line.test.ts by lm(). Run in this folder: Rscript linear-regression.oracle.R
num <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
case <- function(name, fit, new) {
  s <- summary(fit)
  ci <- confint(fit)
  line <- predict(fit, new, interval = "confidence", se.fit = TRUE)
  w <- if (is.null(new$w)) 1 else new$w
  one <- suppressWarnings(predict(fit, new, interval = "prediction", weights = w))
  paste0('"', name, '": {"coefficients": ', num(s$coefficients[, 1]), ', "standardErrors": ', num(s$coefficients[, 2]),
    ', "p": ', num(s$coefficients[, 4]), ', "lower": ', num(ci[, 1]), ', "upper": ', num(ci[, 2]),
    ', "residualSd": ', num(s$sigma), ', "rSquared": ', num(s$r.squared), ', "df": ', s$df[2],
    ', "fitted": ', num(line$fit[, 1]), ', "fittedSe": ', num(line$se.fit),
    ', "lineLower": ', num(line$fit[, 2]), ', "lineUpper": ', num(line$fit[, 3]),
    ', "oneLower": ', num(one[, 2]), ', "oneUpper": ', num(one[, 3]), '}')
}
dilution <- data.frame(x = log10(1 / c(100, 200, 400, 800, 1600)), y = log10(c(9.1e8, 5.0e8, 2.55e8, 1.27e8, 6.6e7)))
curve <- data.frame(x = c(0, 1, 2, 4, 8, 16, 32), y = c(0.11, 0.32, 0.48, 1.02, 1.79, 3.71, 7.02),
  w = c(40, 30, 0, 12, 5, 1.5, 0.4))
two <- data.frame(x = c(1.2, 2.1, 3.3, 3.9, 5.2, 6.1, 7.4, 8.8), z = c(0, 1, 0, 1, 1, 0, 1, 0),
  y = c(2.31, 4.95, 4.52, 6.61, 8.02, 7.11, 10.4, 9.87))
cat("{", '"made by": "linear-regression.oracle.R", "versions": "', R.version.string, '",\n', file = "linear-regression.golden.json", sep = "")
cat(paste(c(
  case("dilution", lm(y ~ x, dilution), data.frame(x = c(-2.5, -3.5))),
  case("weighted", lm(y ~ x, curve, weights = w), data.frame(x = c(3, 20), w = c(20, 1))),
  case("two", lm(y ~ x + z, two), data.frame(x = c(4, 9), z = c(1, 0))),
  case("origin", lm(y ~ x - 1, curve), data.frame(x = c(3, 20)))), collapse = ",\n"), "}\n",
  file = "linear-regression.golden.json", append = TRUE, sep = "")
