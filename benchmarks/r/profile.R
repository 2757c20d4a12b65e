# Times what follows glm on the individual model, as `afterfit` of the benchmarks does with ours. Prints a name and seconds a line.
# Rscript profile.R synth19k.csv
d <- read.csv(commandArgs(TRUE)[1], encoding = "UTF-8")
regions <- c("Europa", "Asia for øvrig", "Afrika sør for Sahara", "Sørøst-Asia", "Vest-Asia", "Latin-Amerika og Karibia",
  "Nord-Amerika", "Sør-Asia", "Nord-Afrika", "Statsløs")
d$landbakgrunn <- factor(d$landbakgrunn, levels = regions)
covariates <- c("ordning", "utdanningsnivaa", "kjonn", "alder", "botid", "norsknivaa", "varighet", "fravaer", "landbakgrunn",
  grep("^t_", names(d), value = TRUE))
seconds <- function(name, run) cat(name, system.time(run)[["elapsed"]], "\n")
fit <- NULL
seconds("fit", fit <- glm(reformulate(covariates, "maaloppnaaelse"), binomial, d))
seconds("profile", suppressMessages(confint(fit)))
seconds("drop1", drop1(fit, test = "Chisq"))
if (requireNamespace("sandwich", quietly = TRUE)) seconds("HC3", sandwich::vcovHC(fit, type = "HC3"))
seconds("influence", { hatvalues(fit); rstandard(fit); cooks.distance(fit) })
