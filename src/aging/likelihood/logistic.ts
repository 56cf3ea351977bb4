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
 * `columns`: the values of each feature, the first of them the constant 1; `outcomes`: 0 or 1 for each row.
 * `ridge[k]` weighs the pull of `prior[k]`. By feature, since sums over thousands of rows are quickest along a column.
 */
export function fitLogistic(columns: readonly Float64Array[], outcomes: ArrayLike<number>, prior: readonly number[], ridge: readonly number[]): readonly number[] {
  let scores = new Float64Array(outcomes.length);
  let nextScores = new Float64Array(outcomes.length);
  let coefficients: readonly number[] = prior;
  let loss = penalisedLoss(columns, outcomes, coefficients, prior, ridge, scores);
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
    const step = newtonStep(columns, outcomes, coefficients, prior, ridge, scores);
    // A full step may overshoot where the coefficients start far off: halved until it improves.
    let length = 1;
    let next = coefficients.map((value, k) => value + step[k]);
    let nextLoss = penalisedLoss(columns, outcomes, next, prior, ridge, nextScores);
    while (nextLoss > loss && length > STEP_LENGTH_MIN) {
      length /= 2;
      const shorter = length;
      next = coefficients.map((value, k) => value + shorter * step[k]);
      nextLoss = penalisedLoss(columns, outcomes, next, prior, ridge, nextScores);
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
function penalisedLoss(columns: readonly Float64Array[], outcomes: ArrayLike<number>, coefficients: readonly number[], prior: readonly number[], ridge: readonly number[], scores: Float64Array): number {
  scores.fill(0);
  columns.forEach((column, k) => {
    for (let r = 0; r < scores.length; r++) scores[r] += column[r] * coefficients[k];
  });
  let loss = 0;
  for (let r = 0; r < scores.length; r++) loss += Math.log1p(Math.exp(-Math.abs(scores[r]))) + Math.max(0, scores[r]) - outcomes[r] * scores[r];
  return coefficients.reduce((sum, value, k) => sum + (ridge[k] * (value - prior[k]) ** 2) / 2, loss);
}

function newtonStep(columns: readonly Float64Array[], outcomes: ArrayLike<number>, coefficients: readonly number[], prior: readonly number[], ridge: readonly number[], scores: Float64Array): readonly number[] {
  const errors = new Float64Array(scores.length);
  const weights = new Float64Array(scores.length);
  for (let r = 0; r < scores.length; r++) {
    const p = sigmoid(scores[r]);
    errors[r] = outcomes[r] - p;
    weights[r] = Math.max(p * (1 - p), 1e-9);
  }
  const gradient = columns.map((column, k) => sumOfProducts(errors, column, ridge[k] * (prior[k] - coefficients[k])));
  const curvature = columns.map(() => new Array<number>(columns.length).fill(0));
  const weighted = new Float64Array(scores.length);
  for (let k = 0; k < columns.length; k++) {
    for (let r = 0; r < scores.length; r++) weighted[r] = weights[r] * columns[k][r];
    for (let l = 0; l <= k; l++) curvature[l][k] = curvature[k][l] = sumOfProducts(weighted, columns[l], k === l ? ridge[k] : 0);
  }
  return solve(curvature, gradient);
}

function sumOfProducts(a: Float64Array, b: Float64Array, from: number): number {
  let sum = from;
  for (let r = 0; r < a.length; r++) sum += a[r] * b[r];
  return sum;
}

/** The weighted sum of the features that begin at `from`. */
export function scoreOf(features: Float64Array, from: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < coefficients.length; k++) sum += features[from + k] * coefficients[k];
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
