# Golden values of random-intercept.test.ts by lme4, lmerTest and pbkrtest, for the cases of random-intercept.golden.json.
# Run in this folder after random-intercept.oracle.py: Rscript random-intercept.oracle.R
suppressPackageStartupMessages({library(lme4); library(lmerTest); library(pbkrtest); library(jsonlite)})
golden <- read_json("random-intercept.golden.json", simplifyVector = TRUE)
num <- function(x) paste0("[", paste(ifelse(is.na(x), "null", sprintf("%.17g", x)), collapse = ","), "]")
control <- lmerControl(optimizer = "nloptwrap", optCtrl = list(xtol_abs = 1e-13, xtol_rel = 1e-13, ftol_abs = 1e-15, ftol_rel = 1e-15, maxeval = 5000),
  check.conv.singular = "ignore", check.conv.grad = "ignore", check.conv.hess = "ignore", calc.derivs = TRUE)
fit <- function(y, X, groups, contrasts) {
  data <- data.frame(y = y, g = factor(groups))
  data$X <- X
  model <- suppressWarnings(suppressMessages(lmerTest::lmer(y ~ 0 + X + (1 | g), data, control = control)))
  rows <- contest(model, L = contrasts, joint = FALSE, ddf = "Satterthwaite")
  adjusted <- vcovAdj(model)
  kr <- apply(contrasts, 1, function(l) c(sqrt(sum(l * as.matrix(adjusted %*% l))), get_Lb_ddf(model, l)))
  v <- as.data.frame(VarCorr(model))$vcov
  paste0('{"between":', sprintf("%.17g", v[1]), ',"residual":', sprintf("%.17g", v[2]), ',"deviance":', sprintf("%.17g", REMLcrit(model)),
    ',"estimate":', num(rows$Estimate), ',"se":', num(rows$`Std. Error`), ',"df":', num(rows$df), ',"p":', num(rows$`Pr(>|t|)`),
    ',"krSe":', num(kr[1, ]), ',"krDf":', num(kr[2, ]), "}")
}
out <- sapply(names(golden$cases), function(name) {
  case <- golden$cases[[name]]
  paste0('"', name, '": ', fit(case$y, matrix(case$design, nrow = length(case$y)), case$groups, case$contrasts))
})
times <- golden$cases$times
features <- apply(golden$features, 1, function(y) fit(y, times$design, times$groups, times$contrasts))
cat('{"made by": "random-intercept.oracle.R", "versions": "', R.version.string, ", lme4 ", as.character(packageVersion("lme4")), ", lmerTest ",
  as.character(packageVersion("lmerTest")), ", pbkrtest ", as.character(packageVersion("pbkrtest")), '",\n"found": {\n', paste(out, collapse = ",\n"), '},\n"features": [\n', paste(features, collapse = ",\n"), "]}\n",
  file = "random-intercept-r.golden.json", sep = "")
