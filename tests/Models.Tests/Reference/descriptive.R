# descriptive.R - intervals, quantiles, means and class counts by base R. Writes descriptive.json.
source("json.R")
wilson <- function(x, n, level) as.numeric(suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int)
shares <- expand.grid(x = c(0, 1, 7, 81, 250), n = c(1, 8, 263, 19316), level = c(.9, .95, .99))
shares <- rbind(shares[shares$x <= shares$n, ], data.frame(x = c(1, 8, 263), n = c(1, 8, 263), level = .95))
ci <- t(mapply(wilson, shares$x, shares$n, shares$level))
shares$low <- ci[, 1]; shares$high <- ci[, 2]

# Newcombe's method 10 from the Wilson limits of prop.test. The cases are those of his Table II.
pairs <- data.frame(x1 = c(56, 9, 6, 5, 0, 0, 10, 10), n1 = c(70, 10, 7, 56, 10, 10, 10, 10), x2 = c(48, 3, 2, 0, 0, 0, 0, 0), n2 = c(80, 10, 7, 29, 20, 10, 20, 10))
pairs[c("low", "high")] <- t(mapply(function(x1, n1, x2, n2) {
  a <- wilson(x1, n1, .95); b <- wilson(x2, n2, .95); p <- x1 / n1; q <- x2 / n2
  c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}, pairs$x1, pairs$n1, pairs$x2, pairs$n2))

RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(12)
samples <- list(months = round(rgamma(57, 4, .2), 1), pair = c(3, 8.5), near_constant = 1e6 + c(.1, .2, .3, .4), one = 4)
probs <- c(0, .05, .1, .25, .3, .5, .75, .9, 1)
summarise <- function(v) {
  t <- function(level) if (length(v) > 1) I(as.numeric(t.test(v, conf.level = level)$conf.int)) else NULL
  list(values = I(v), mean = mean(v), sd = sd(v), t90 = t(.9), t95 = t(.95), t999 = t(.999), probs = I(probs), type7 = I(unname(quantile(v, probs, type = 7))))
}
classes <- table(cut(samples$months, c(5, 10, 15, 20, 25, Inf), right = FALSE))
# The nine types of quantile, densities, cross tables and weighted means.
types <- lapply(1:9, function(type) I(unname(quantile(samples$months, probs, type = type))))
odd <- samples$months[1:6]; types6 <- lapply(1:9, function(type) I(unname(quantile(odd, probs, type = type))))
dens <- function(v) { k <- density(v, n = 9); list(values = I(v), bw = k$bw, x = I(k$x), binned = I(k$y), direct = I(sapply(k$x, function(x) mean(dnorm(x, v, k$bw))))) }
tab <- matrix(c(20, 5, 0, 14, 9, 7), 3); chi <- suppressWarnings(chisq.test(tab, correct = FALSE))
w <- round(rgamma(57, 2, 1), 2); cw <- cov.wt(matrix(samples$months), w / sum(w), method = "unbiased")
write_json(list(made_by = made_by(), wilson = shares, newcombe = pairs, samples = lapply(samples, summarise),
  classes = list(below5 = sum(samples$months < 5), counts = I(as.integer(classes))),
  types = types, types6 = list(values = I(odd), quantiles = types6), densities = list(dens(samples$months), dens(c(3, 3, 3, 3, 9)), dens(c(4, 4))),
  chisq = list(statistic = unname(chi$statistic), df = unname(chi$parameter), p = chi$p.value, least = min(chi$expected), v = sqrt(unname(chi$statistic) / sum(tab))),
  weighted = list(weights = I(w), mean = unname(cw$center), sd = sqrt(cw$cov[1]))), "descriptive.json")
