# Golden values of mean-interval.test.ts. Run in this folder: Rscript mean-interval.oracle.R
num <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
x <- c(42.1, 45.3, 39.8, 44, 43.3)
y <- c(9.1e8, 4.2e9, 1.7e9, 3.3e8)
s <- sd(log(y))
cat('{"made by": "mean-interval.oracle.R", "versions": "', R.version.string, '",\n',
  '"mean": ', num(c(mean(x), sd(x), sd(x) / sqrt(5), sd(x) / mean(x), t.test(x)$conf.int)),
  ',\n"at90": ', num(t.test(x, conf.level = 0.9)$conf.int),
  ',\n"geometric": ', num(c(exp(mean(log(y))), exp(s), sqrt(exp(s^2) - 1), exp(t.test(log(y))$conf.int))), "}\n",
  file = "mean-interval.golden.json", sep = "")
