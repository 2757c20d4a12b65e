# separation.R - data in which no maximum likelihood estimate exists, and what glm does with them. Writes separation.json.
# `separating` is known from how the data were made; glm's warnings and diverging coefficients are kept beside it.
source("json.R")
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(99)
n <- 120
x <- round(rnorm(n), 2); w <- round(rnorm(n), 2)
y <- rbinom(n, 1, plogis(.7 * x))
rare <- as.integer(y == 1 & seq_len(n) %% 5 == 0)                 # whoever has it succeeds
level <- ifelse(y == 0 & seq_len(n) %% 4 == 0, "c", ifelse(w > 0, "b", "a"))   # nobody in c succeeds
reference <- ifelse(y == 1 & seq_len(n) %% 3 == 0, "a", ifelse(w > 0, "b", "c")) # everybody in the reference level succeeds
cutoff <- as.integer(x + w > .5)                                    # x and w together tell all

attempt <- function(formula, data, separating) {
  warnings <- character(0)
  fit <- withCallingHandlers(glm(formula, binomial, data, control = glm.control(maxit = 60)),
    warning = function(c) { warnings <<- c(warnings, conditionMessage(c)); invokeRestart("muffleWarning") })
  list(formula = deparse(formula), separating = I(separating), warnings = I(unique(warnings)), iterations = fit$iter,
    largest_abs_coefficient = max(abs(coef(fit))), deviance = fit$deviance)
}
d <- data.frame(x, w, y, rare, level, reference, cutoff)
write_json(list(made_by = made_by(), data = as.list(d),
  dummy = attempt(y ~ x + rare, d, "rare"),
  level = attempt(y ~ x + level, d, "levelc"),
  reference = attempt(y ~ x + reference, d, c("referenceb", "referencec")),
  complete_single = attempt(as.integer(x > .2) ~ w + x, d, "x"),
  complete_joint = attempt(cutoff ~ x + w, d, c("x", "w"))), "separation.json")
