# small_glm.R - small logistic models with awkward columns, fitted by glm to full convergence. Writes small_glm.json with the data.
source("json.R")
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(4711)
n <- 240
d <- data.frame(x = round(rnorm(n), 3), year = sample(2017:2020, n, TRUE), group = sample(c("a", "b", "c"), n, TRUE), zero = 0, one = 1)
d$both <- 2 * d$x - d$year + 3
d$near <- d$x + 1e-6 * round(rnorm(n), 3)
d$y <- rbinom(n, 1, plogis(.3 + .8 * d$x + .4 * (d$year - 2018) + .5 * (d$group == "b")))
d$group <- factor(d$group, levels = c("a", "b", "c", "unused"))

# glm's tolerance for aliasing follows its epsilon, and at 1e-14 it takes rounding for columns. So which columns are aliased is
# asked of glm as it comes; the numbers are those of the same model without them (`plain`), fitted to full convergence.
aliased <- glm(y ~ x + zero + year + both + group + one, binomial, d)
plain <- glm_tight(y ~ x + year + group, d)
fits <- list(plain = plain,
  near = glm(y ~ x + near + year + group, binomial, d, control = glm.control(epsilon = 1e-13)),
  one_covariate = glm_tight(y ~ x, d),
  intercept_only = glm_tight(y ~ 1, d))
write_json(c(list(made_by = made_by(), data = as.list(d), aliased = I(names(coef(aliased))[is.na(coef(aliased))]), vif = vif_table(plain)),
  lapply(fits, fit_summary)), "small_glm.json")
