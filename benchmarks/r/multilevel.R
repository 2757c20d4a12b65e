# multilevel.R - times lme4 and glmmTMB on the models that MixedLogitBenchmark fits. Run in the repository's root:
#   Rscript benchmarks/r/multilevel.R [m2 m3 m4 m5]      (default: m2 and m3; m4 and m5 take minutes in lme4)
suppressPackageStartupMessages({ library(lme4); library(glmmTMB) })
models <- commandArgs(TRUE); if (!length(models)) models <- c("m2", "m3")
d <- read.csv("tests/Models.Tests/Reference/synth19k.csv", encoding = "UTF-8")
small <- ~ ordning + scale(alder) + kjonn + factor(utdanningsnivaa) + fravaer
persons <- reformulate(c("ordning", "utdanningsnivaa", "kjonn", "alder", "botid", "norsknivaa", "varighet", "fravaer", "landbakgrunn", grep("^t_", names(d), value = TRUE)), "maaloppnaaelse")
formulas <- list(m2 = update(small, maaloppnaaelse ~ . + scale(innvandrerandel) + scale(nettoinnflytting) + scale(arbeidsmarked) + (1 | kommune)),
  m3 = update(small, maaloppnaaelse ~ . + scale(lonn_per_deltaker) + (1 | prosjekt)),
  m4 = update(persons, . ~ . + (1 | kommune)), m5 = update(persons, . ~ . + (1 | kommune / prosjekt)))
rows <- list(m2 = !is.na(d$innvandrerandel), m3 = !is.na(d$lonn_per_deltaker), m4 = TRUE, m5 = TRUE)
say <- function(model, call, fit) { t <- system.time(f <- suppressWarnings(fit()))[["elapsed"]]
  cat(sprintf("%s %-22s %7.2f s  logLik %.4f\n", model, call, t, as.numeric(logLik(f)))) }
for (m in models) { x <- d[rows[[m]], ]; f <- formulas[[m]]
  say(m, "glmmTMB", function() glmmTMB(f, x, family = binomial()))
  say(m, "glmer, bobyqa", function() glmer(f, x, binomial, control = glmerControl(optimizer = "bobyqa")))
  if (m == "m2") say(m, "glmer, nAGQ = 7", function() glmer(f, x, binomial, nAGQ = 7, control = glmerControl(optimizer = "bobyqa"))) }
