/**
 * Logistic regression by Newton's method, drawn toward given coefficients (ridge). Deterministic; with few
 * observations it stays at those coefficients, with many it follows the data.
 */

const ITERATIONS_MAX = 25;
const CONVERGED_STEP = 1e-5;
const STEP_LENGTH_MIN = 1 / 64;

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/**
 * `rows` holds a stretch of as many features as `prior` has (the first is the constant 1) for each outcome,
 * 0 or 1. `ridge[k]` weighs the pull of `prior[k]`.
 */
export function fitLogistic(rows: Float64Array, outcomes: ArrayLike<number>, prior: readonly number[], ridge: readonly number[]): readonly number[] {
  let scores = new Float64Array(outcomes.length);
  let nextScores = new Float64Array(outcomes.length);
  let coefficients: readonly number[] = prior;
  let loss = penalisedLoss(rows, outcomes, coefficients, prior, ridge, scores);
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
    const step = newtonStep(rows, outcomes, coefficients, prior, ridge, scores);
    // A full step may overshoot where the coefficients start far off: halved until it improves.
    let length = 1;
    let next = coefficients.map((value, k) => value + step[k]);
    let nextLoss = penalisedLoss(rows, outcomes, next, prior, ridge, nextScores);
    while (nextLoss > loss && length > STEP_LENGTH_MIN) {
      length /= 2;
      const shorter = length;
      next = coefficients.map((value, k) => value + shorter * step[k]);
      nextLoss = penalisedLoss(rows, outcomes, next, prior, ridge, nextScores);
    }
    if (nextLoss > loss) break;
    coefficients = next;
    loss = nextLoss;
    [scores, nextScores] = [nextScores, scores];
    if (Math.max(...step.map(Math.abs)) < CONVERGED_STEP) break;
  }
  return coefficients;
}

/** What the fit minimises: the log loss of the outcomes and the distance from the prior. Each row's score is left in `scores`. */
function penalisedLoss(rows: Float64Array, outcomes: ArrayLike<number>, coefficients: readonly number[], prior: readonly number[], ridge: readonly number[], scores: Float64Array): number {
  let loss = 0;
  for (let r = 0, from = 0; r < outcomes.length; r++, from += prior.length) {
    const score = scoreOf(rows, from, coefficients);
    scores[r] = score;
    loss += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, score) - outcomes[r] * score;
  }
  return coefficients.reduce((sum, value, k) => sum + (ridge[k] * (value - prior[k]) ** 2) / 2, loss);
}

function newtonStep(rows: Float64Array, outcomes: ArrayLike<number>, coefficients: readonly number[], prior: readonly number[], ridge: readonly number[], scores: Float64Array): readonly number[] {
  const size = prior.length;
  const gradient = prior.map((value, k) => ridge[k] * (value - coefficients[k]));
  const curvature = new Float64Array(size * size);
  for (let k = 0; k < size; k++) curvature[k * size + k] = ridge[k];
  for (let r = 0, from = 0; r < outcomes.length; r++, from += size) {
    const p = sigmoid(scores[r]);
    const error = outcomes[r] - p;
    const weight = Math.max(p * (1 - p), 1e-9);
    for (let k = 0; k < size; k++) {
      gradient[k] += error * rows[from + k];
      const weighted = weight * rows[from + k];
      for (let l = 0; l <= k; l++) curvature[k * size + l] += weighted * rows[from + l];
    }
  }
  const matrix = prior.map((_, k) => prior.map((__, l) => curvature[Math.max(k, l) * size + Math.min(k, l)]));
  return solve(matrix, gradient);
}

/** The weighted sum of the features that begin at `from`. */
export function scoreOf(rows: Float64Array, from: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < coefficients.length; k++) sum += rows[from + k] * coefficients[k];
  return sum;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** Solves a symmetric positive definite system by Cholesky's method. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
    }
  }
  const forward: number[] = [];
  for (let i = 0; i < size; i++) forward[i] = (right[i] - dot(lower[i].slice(0, i), forward)) / lower[i][i];
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = forward[i];
    for (let k = i + 1; k < size; k++) sum -= lower[k][i] * solution[k];
    solution[i] = sum / lower[i][i];
  }
  return solution;
}
