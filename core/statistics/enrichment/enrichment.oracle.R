# Golden values of gsea.test.ts and over-representation.test.ts by base R. Run in this folder: Rscript enrichment.oracle.R
# Reads the rankings of gsea-python.golden.json; writes enrichment-r.golden.json.
library(jsonlite)
walk <- function(places, scores, weight) {
  hit <- seq_along(scores) %in% (places + 1)
  size <- abs(scores)^weight
  path <- cumsum(ifelse(hit, size / sum(size[hit]), -1 / sum(!hit)))
  path[which.max(abs(round(path, 14)))]
}
python <- fromJSON("gsea-python.golden.json", simplifyVector = FALSE)
es <- lapply(python$cases, function(one) {
  scores <- unlist(one$scores)
  sapply(one$sets, function(set) walk(unlist(set[[2]]), scores, one$weight))
})
ph <- python$phenotype
data <- do.call(rbind, lapply(ph$data, unlist))
first <- unlist(ph$labels) == "treated"
s2n <- function(row) {
  sd2 <- function(x) max(sd(x), 0.2 * if (mean(x) == 0) 1 else abs(mean(x)))
  (mean(row[first]) - mean(row[!first])) / (sd2(row[first]) + sd2(row[!first]))
}
lifted <- rbind(data + 6, c(rep(0, 8), rep(5, 8)), rep(3, 16))

tables <- rbind(c(12, 2000, 100, 150), c(0, 50, 10, 12), c(7, 60, 7, 20), c(1, 30, 4, 5), c(40, 12000, 60, 90),
  c(9, 40, 12, 15), c(3, 20, 15, 8), c(200, 12000, 500, 600), c(2, 500, 300, 4), c(1, 4000, 15, 900), c(5, 10, 5, 5))
fisher <- t(apply(tables, 1, function(v) {
  m <- matrix(c(v[1], v[3] - v[1], v[4] - v[1], v[2] - v[3] - v[4] + v[1]), 2)
  two <- fisher.test(m)
  c(v, fisher.test(m, alternative = "greater")$p.value, phyper(v[1] - 1, v[3], v[2] - v[3], v[4], lower.tail = FALSE),
    two$estimate, two$conf.int)
}))
text <- function(x) paste0("[", paste(ifelse(is.finite(x), sprintf("%.17g", x), "null"), collapse = ","), "]")
cat('{"made by": "enrichment.oracle.R", "versions": "', R.version.string, '",\n"es": [\n',
  paste(sapply(es, text), collapse = ",\n"), '],\n"lifted": ', text(apply(lifted, 1, s2n)),
  ',\n"columns": "both, population, marked, drawn, p of fisher.test greater, of phyper, odds ratio, 95 % limits",\n"fisher": [\n',
  paste(apply(fisher, 1, text), collapse = ",\n"), "]}\n", sep = "", file = "enrichment-r.golden.json")
