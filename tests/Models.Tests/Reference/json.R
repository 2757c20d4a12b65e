# json.R - writes lists as JSON with 17 significant digits, so that numbers read back as the same double. Missing and infinite are null.
options(stringsAsFactors = FALSE, warn = 1, contrasts = c("contr.treatment", "contr.poly"))

json_value <- function(x) {
  if (is.factor(x)) x <- as.character(x)
  text <- if (is.logical(x)) ifelse(x, "true", "false") else if (is.numeric(x)) sprintf("%.17g", x) else encodeString(x, quote = "\"")
  ifelse(if (is.numeric(x)) is.finite(x) else !is.na(x), text, "null")
}

# Lists with names are objects, without names arrays; a vector of length one is a value unless protected by I().
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.data.frame(x)) x <- unname(lapply(seq_len(nrow(x)), function(i) as.list(x[i, , drop = FALSE])))
  if (is.matrix(x)) x <- lapply(seq_len(nrow(x)), function(i) I(unname(x[i, ])))
  if (!is.list(x)) {
    if (length(x) == 1 && !inherits(x, "AsIs")) return(json_value(x))
    return(paste0("[", paste(json_value(x), collapse = ", "), "]"))
  }
  parts <- vapply(x, json, "")
  if (is.null(names(x))) return(paste0("[\n", paste(parts, collapse = ",\n"), "\n]"))
  paste0("{", paste0(encodeString(names(x), quote = "\""), ": ", parts, collapse = ",\n"), "}")
}

write_json <- function(x, file) {
  con <- file(file, "wb")
  on.exit(close(con))
  writeBin(charToRaw(enc2utf8(paste0(json(x), "\n"))), con)
}

made_by <- function() list(R = paste(R.version$major, R.version$minor, sep = "."), car = as.character(packageVersion("car")))

# R's default glm stops early; this tolerance makes it go on until rounding.
tight <- glm.control(epsilon = 1e-14, maxit = 100)

# Standard errors still use the weights of the step before the last, so the fit is started again from its own answer.
glm_tight <- function(formula, data) {
  fit <- glm(formula, binomial, data, control = tight)
  glm(formula, binomial, data, control = tight, start = coef(fit))
}

coefficient_table <- function(fit) {
  b <- coef(fit); s <- sqrt(diag(vcov(fit)))[names(b)]; q <- qnorm(.975)
  data.frame(term = names(b), estimate = unname(b), se = unname(s), z = unname(b / s), p = unname(2 * pnorm(-abs(b / s))),
    low = unname(b - q * s), high = unname(b + q * s), odds_ratio = unname(exp(b)))
}

vif_table <- function(fit) {
  v <- car::vif(fit)
  if (is.matrix(v)) data.frame(term = rownames(v), gvif = v[, 1], df = v[, 2], adjusted = v[, 3], row.names = NULL)
  else data.frame(term = names(v), gvif = unname(v), df = 1, adjusted = sqrt(unname(v)))
}

fit_summary <- function(fit) list(
  n = nobs(fit), rank = fit$rank, logLik = as.numeric(logLik(fit)), logLik_null = -fit$null.deviance / 2,
  aic = AIC(fit), deviance = fit$deviance, mcfadden = 1 - fit$deviance / fit$null.deviance,
  coefficients = coefficient_table(fit))
