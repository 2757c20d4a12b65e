# weighted_glm.R - logistic models with prior weights, fitted by glm to full convergence. Writes weighted_glm.json with the data.
# R's logLik rounds weights that are not whole numbers (it takes them for numbers of trials), so the log likelihood, sum of w * log(p), is
# given as -deviance / 2, and logLik beside it for whole weights.
source("json.R")
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(1814)
n <- 300
d <- data.frame(x = round(rnorm(n), 3), age = sample(18:67, n, TRUE), group = sample(c("a", "b", "c"), n, TRUE))
d$y <- rbinom(n, 1, plogis(-.4 + .6 * d$x + .02 * (d$age - 40) + .5 * (d$group == "b")))
d$whole <- sample(0:4, n, TRUE)
d$fraction <- round(rgamma(n, 2, 2), 3) + .001
d$group <- factor(d$group, levels = c("a", "b", "c"))

weighted <- function(name) {
  d$w <- d[[name]]
  # Weights that are not whole numbers make glm warn; it fits all the same.
  fit <- suppressWarnings(glm(y ~ x + age + group, binomial, d, weights = w, control = tight))
  fit <- suppressWarnings(glm(y ~ x + age + group, binomial, d, weights = w, control = tight, start = coef(fit)))
  list(weights = name, n = nobs(fit), rank = fit$rank, df_residual = fit$df.residual, deviance = fit$deviance, null_deviance = fit$null.deviance,
    logLik = if (all(d$w == round(d$w))) as.numeric(logLik(fit)) else NULL, coefficients = coefficient_table(fit), vcov = vcov(fit),
    fitted = I(unname(fitted(fit))[d$w > 0][1:20]))
}
write_json(list(made_by = made_by(), data = as.list(d), fits = lapply(c("whole", "fraction"), weighted)), "weighted_glm.json")
