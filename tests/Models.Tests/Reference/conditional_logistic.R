# conditional_logistic.R - conditional logistic regression within municipalities by survival::clogit, exact. Writes conditional_logistic.json.
# The municipalities of synth19k.csv in which both schemes are found, at most 60 rows of each: clogit's exact method takes minutes on larger strata.
source("json.R")
suppressPackageStartupMessages(library(survival))
d <- read.csv("synth19k.csv", encoding = "UTF-8")
both <- names(which(tapply(d$ordning, d$kommune, function(o) length(unique(o)) == 2)))
d$row <- seq_len(nrow(d))
d <- do.call(rbind, lapply(both, function(k) head(d[which(d$kommune == k), ], 60)))
control <- coxph.control(eps = 1e-13, iter.max = 60, toler.chol = 1e-14)
fit <- function(f) {
  m <- clogit(f, d, method = "exact", control = control)
  list(logLik = m$loglik[2], null = m$loglik[1], coefficients = data.frame(term = names(coef(m)), estimate = unname(coef(m)), se = sqrt(diag(vcov(m))), row.names = NULL))
}
one <- tapply(d$maaloppnaaelse, d$kommune, function(y) length(unique(y)) == 1)
write_json(list(made_by = c(made_by(), list(survival = as.character(packageVersion("survival")))), rows = I(d$row), one_outcome = sum(one),
  short = fit(maaloppnaaelse ~ ordning + strata(kommune)),
  long = fit(maaloppnaaelse ~ ordning + utdanningsnivaa + kjonn + alder + norsknivaa + fravaer + t_ordinaert_arbeid + strata(kommune))), "conditional_logistic.json")
