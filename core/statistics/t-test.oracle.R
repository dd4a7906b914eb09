# Golden values of t-test.test.ts. Run in this folder: Rscript t-test.oracle.R
num <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
a <- c(3.1e9, 4.4e9, 2.7e9, 5.2e9, 3.9e9)
b <- c(6.8e9, 1.1e10, 5.9e9, 9.4e9)
c <- c(4.1e9, 4.9e9, 3.8e9, 6.0e9, 4.2e9, 5.1e9)
d <- c(4.0e9, 5.1e9, 2.9e9, 6.6e9, 4.0e9)
test <- function(r) num(c(r$statistic, r$parameter, r$p.value, r$conf.int))
groups <- data.frame(y = log(c(a, b, c)), g = factor(rep(1:3, c(5, 4, 6))))
way <- function(r) num(c(r$statistic, r$parameter, r$p.value))
cat('{"made by": "t-test.oracle.R", "versions": "', R.version.string, '",\n',
  '"welch": ', test(t.test(a, b)), ',\n"welchLog": ', test(t.test(log(a), log(b))),
  ',\n"paired": ', test(t.test(a, d, paired = TRUE)), ',\n"pairedLog90": ', test(t.test(log(a), log(d), paired = TRUE, conf.level = 0.9)),
  ',\n"welchOneWay": ', way(oneway.test(y ~ g, groups)), ',\n"anova": ', way(oneway.test(y ~ g, groups, var.equal = TRUE)),
  "}\n", file = "t-test.golden.json", sep = "")
