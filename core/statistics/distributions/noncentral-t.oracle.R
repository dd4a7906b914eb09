# Golden values of noncentral-t.test.ts. Run in this folder after noncentral-t.oracle.py: Rscript noncentral-t.oracle.R
rows <- jsonlite::read_json("noncentral-t.golden.json", simplifyVector = TRUE)$rows
num <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ", "), "]")
lower <- suppressWarnings(pt(rows[, 1], rows[, 2], rows[, 3]))
upper <- suppressWarnings(pt(rows[, 1], rows[, 2], rows[, 3], lower.tail = FALSE))
cat('{"made by": "noncentral-t.oracle.R", "versions": "', R.version.string, '",\n"lower": ', num(lower), ',\n"upper": ', num(upper), "}\n", file = "noncentral-t-r.golden.json", sep = "")
