# m1_glm_tight.R - the individual model on synth19k.csv, fitted by glm to full convergence. Writes m1_glm_tight.json.
source("json.R")
d <- read.csv("synth19k.csv", encoding = "UTF-8")
regions <- c("Europa", "Asia for øvrig", "Afrika sør for Sahara", "Sørøst-Asia", "Vest-Asia", "Latin-Amerika og Karibia",
  "Nord-Amerika", "Sør-Asia", "Nord-Afrika", "Statsløs")
d$landbakgrunn <- factor(d$landbakgrunn, levels = regions)
stopifnot(!anyNA(d$landbakgrunn))
measures <- grep("^t_", names(d), value = TRUE)
covariates <- c("ordning", "utdanningsnivaa", "kjonn", "alder", "botid", "norsknivaa", "varighet", "fravaer", "landbakgrunn", measures)
fit <- glm(reformulate(covariates, "maaloppnaaelse"), binomial, d, control = tight)

profiles <- data.frame(ordning = c(0, 1), utdanningsnivaa = c(2, 3), kjonn = 0, alder = c(33, 37), botid = c(2, 9), norsknivaa = c(2.25, 3),
  varighet = c(27, 12), fravaer = c(1, 0), landbakgrunn = factor(c("Vest-Asia", "Sør-Asia"), levels = regions))
for (m in measures) profiles[[m]] <- 0
profiles$t_norskopplaering <- 1
profiles$t_samfunnskunnskap <- c(1, 0)
profiles$t_praksis_ordinaer <- c(0, 1)
X <- model.matrix(delete.response(terms(fit)), profiles, xlev = fit$xlevels)
eta <- drop(X %*% coef(fit))
se <- sqrt(rowSums((X %*% vcov(fit)) * X))
q <- qnorm(.975)
predictions <- data.frame(eta = eta, se_eta = se, p = plogis(eta), se_p = plogis(eta) * plogis(-eta) * se,
  p_low = plogis(eta - q * se), p_high = plogis(eta + q * se), row.names = NULL)

write_json(c(list(made_by = made_by()), fit_summary(fit), list(vif = vif_table(fit), profiles = profiles, predictions = predictions,
  fitted_first20 = I(unname(fitted(fit))[1:20]), vcov = vcov(fit))), "m1_glm_tight.json")
