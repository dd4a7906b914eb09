# Rscript vesicles.oracle.R > vesicles.golden.json
# Base R only: exact intervals of counts, ratios of counts and proportions, weighted lines, t on logits.

num <- function(x) paste0("[", paste(format(x, digits = 16, trim = TRUE), collapse = ", "), "]")

counts <- c(0, 1, 43, 4812)
poisson <- sapply(counts, function(n) poisson.test(n)$conf.int)

# treated over untreated: events and volumes
ratios <- list(c(12, 20, 480, 20), c(0, 20, 480, 20), c(150, 40, 480, 20), c(31, 7.5, 30, 60))
ratio <- sapply(ratios, function(r) poisson.test(c(r[1], r[3]), c(r[2], r[4]))$conf.int)

shares <- list(c(0, 5000), c(50, 5000), c(431, 7012), c(5000, 5000))
exact <- sapply(shares, function(s) binom.test(s[1], s[2])$conf.int)
wilson <- function(s) prop.test(s[1], s[2], correct = FALSE)$conf.int

newcombe <- function(a, b) {
  p <- a[1] / a[2] - b[1] / b[2]
  wa <- wilson(a)
  wb <- wilson(b)
  c(
    p - sqrt((a[1] / a[2] - wa[1])^2 + (wb[2] - b[1] / b[2])^2),
    p + sqrt((wa[2] - a[1] / a[2])^2 + (b[1] / b[2] - wb[1])^2)
  )
}

dilution <- c(50, 100, 200, 400, 800)
rate <- c(91.2, 45.9, 23.6, 11.4, 5.9)
sd <- c(0.06, 0.055, 0.05, 0.06, 0.08)
line <- lm(log(rate) ~ log(dilution), weights = 1 / sd^2)
known <- sqrt(vcov(line)[2, 2]) / summary(line)$sigma

fractions <- c(0.021, 0.034, 0.017, 0.041)
logits <- t.test(qlogis(fractions))
other <- c(0.052, 0.079, 0.06)
welch <- t.test(qlogis(other), qlogis(fractions))
paired <- t.test(qlogis(other), qlogis(fractions[1:3]), paired = TRUE)

cat(sprintf('{
  "made with": "%s",
  "poisson": { "counts": %s, "lower": %s, "upper": %s },
  "ratio": { "rows": [%s], "lower": %s, "upper": %s },
  "binomial": { "rows": [%s], "lower": %s, "upper": %s },
  "newcombe": { "stained": [431, 7012], "control": [66, 6520], "interval": %s },
  "line": { "dilution": %s, "rate": %s, "sd": %s, "slope": %s, "knownSe": %s, "birge": %s },
  "donors": { "fractions": %s, "value": %s, "interval": %s },
  "odds": { "other": %s, "welch": %s, "welchInterval": %s, "paired": %s, "pairedInterval": %s }
}
',
  R.version.string,
  num(counts), num(poisson[1, ]), num(poisson[2, ]),
  paste(sapply(ratios, num), collapse = ", "), num(ratio[1, ]), num(ratio[2, ]),
  paste(sapply(shares, num), collapse = ", "), num(exact[1, ]), num(exact[2, ]),
  num(newcombe(c(431, 7012), c(66, 6520))),
  num(dilution), num(rate), num(sd), num(coef(line)[[2]]), num(known), num(summary(line)$sigma),
  num(fractions), num(plogis(logits$estimate[[1]])), num(plogis(logits$conf.int[1:2])),
  num(other), num(exp(welch$estimate[[1]] - welch$estimate[[2]])), num(exp(welch$conf.int[1:2])),
  num(exp(paired$estimate[[1]])), num(exp(paired$conf.int[1:2]))
))
